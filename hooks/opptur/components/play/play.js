// A play's page: everything on it that needs a script.

import "../bar/bar.js";
import * as card from "../card/card.js";
import * as edition from "../edition/edition.js";
import * as live from "../case/case.js";
import * as messages from "../messages/messages.js";
import * as mobilise from "../mobilise/mobilise.js";
import * as paper from "../paper/paper.js";
import * as reference from "../reference/reference.js";
import * as session from "../../scripts/session.js";
import * as steps from "../steps/steps.js";

for (const part of [mobilise, messages, card, steps, reference, live, edition, paper]) part.start();
document.getElementById(location.hash.slice(1))?.scrollIntoView();
session.onChange(keepInOtherLanguage);
keepInOtherLanguage();

/** The same play in the other language opens with the same case, level and repetition. */
function keepInOtherLanguage() {
  for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
}

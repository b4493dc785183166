// A play's page: everything on it that needs a script.

import * as bar from "../bar/bar.js";
import * as card from "../card/card.js";
import * as live from "../case/case.js";
import * as messages from "../messages/messages.js";
import * as mobilise from "../mobilise/mobilise.js";
import * as reference from "../reference/reference.js";
import * as steps from "../steps/steps.js";

void bar;
for (const part of [mobilise, messages, card, steps, reference, live]) part.start();

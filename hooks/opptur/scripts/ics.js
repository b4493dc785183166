// Reminders as a calendar file, RFC 5545. Moments are given in UTC, so that no time zone has to be described.

const LINE = 75;

/** A calendar of events { uid, start, title, text, url }; `stamp` is the moment it is made. */
export function calendar(events, stamp) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Opptur//Opptur//NO", "CALSCALE:GREGORIAN", ...events.flatMap((one) => event(one, stamp)), "END:VCALENDAR"];
  return lines.map(folded).join("\r\n") + "\r\n";
}

function event({ uid, start, title, text, url }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(start)}`,
    "DURATION:PT10M",
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(url ? [`URL:${url.replace(/[\s\u0000-\u001f\u007f]/g, "")}`] : []),
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:PT0M",
    "END:VALARM",
    "END:VEVENT",
  ];
}

function utc(date) {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** Text for a property value; what is no letter cannot end a line or start a property. */
function escaped(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** At most 75 octets a line, never cutting a letter; what follows begins with a space. */
function folded(line) {
  const bytes = new TextEncoder();
  let [out, used] = ["", 0];
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (used + size > LINE) [out, used] = [`${out}\r\n `, 1];
    out += letter;
    used += size;
  }
  return out;
}

// Small tools to make elements; text is always set as text.
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function drawn(tag, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children.filter((c) => c !== null && c !== undefined));
  return made;
}

const ruler = document.createElement('canvas').getContext('2d');
const font = '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif';

function width(text, size, weight) {
  ruler.font = `${weight} ${size}px ${font}`;
  return ruler.measureText(text).width;
}

// A text in at most so many lines of a width, parted at blanks; what doesn't fit ends in an ellipsis.
export function lines(text, most, room, size, weight = 400) {
  const made = [];
  let rest = text.trim();
  while (rest && made.length < most) {
    let line = rest;
    const last = made.length === most - 1;
    if (width(line, size, weight) > room) {
      const words = rest.split(/\s+/);
      line = '';
      while (!last && words.length && width(`${line} ${words[0]}`.trim(), size, weight) <= room) line = `${line} ${words.shift()}`.trim();
      if (!line) {
        line = [...rest].reduce((kept, c) => (width(`${kept}${c}…`, size, weight) <= room ? kept + c : kept), '').trimEnd();
        made.push(`${line}…`);
        rest = last ? '' : rest.split(/\s+/).slice(1).join(' ');
        continue;
      }
    }
    made.push(line);
    rest = rest.slice(line.length).trim();
  }
  return made;
}

/** Elements, made without markup in strings: what people wrote is text and never anything else. */

const SVG = "http://www.w3.org/2000/svg";

/** An element of HTML with attributes, listeners (`onclick`) and children. */
export function make(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** An element of SVG, likewise. */
export function draw(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Something happened inside an element that whoever put it there should know. */
export function tell(element, event, detail) {
  element.dispatchEvent(new CustomEvent(event, { bubbles: true, detail }));
}

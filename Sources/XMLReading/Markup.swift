// What an element's name is in HTML, as far as text that flows through it is concerned.
//
// Only names that are unlikely to be a form's own are listed as inline: `code`, `label` or `time`
// in an export hold a value each, and flow like any other name.
enum Markup: UInt8 {
  // A name of no meaning here.
  case other
  // Stands inside a line of text.
  case inline
  // Begins and ends a line.
  case block
  // A cell of a table's row.
  case cell

  init(_ name: UnsafePointer<UInt8>) {
    var folded = ""
    var index = 0
    while name[index] != 0 && index <= Self.longest {
      folded.unicodeScalars.append(Unicode.Scalar(name[index] | 0x20))
      index += 1
    }
    self = Self.known[folded] ?? .other
  }

  private static let longest = 10
  private static let known: [String: Markup] = {
    var known: [String: Markup] = [:]
    for name in [
      "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "del", "dfn", "em", "font", "i", "ins",
      "kbd", "mark", "nobr", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt",
      "u", "wbr",
    ] { known[name] = .inline }
    for name in [
      "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
      "ol", "p", "pre", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ] { known[name] = .block }
    for name in ["td", "th"] { known[name] = .cell }
    return known
  }()
}

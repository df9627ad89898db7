extension PageWriter {
  mutating func table(_ table: Table) {
    let id = "tab-\(Anchor.id(table.id))"
    open(id: id, table: table)
    if table.style != .keyValue { head(table.columns) }
    for group in table.groups {
      raw("<tbody>")
      if let title = group.title {
        raw("<tr><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">")
        text(title)
        raw("</th></tr>\n")
      }
      for row in group.rows { self.row(row, table.columns) }
      raw("</tbody>")
    }
    raw("</table></div>")
    if !table.notes.isEmpty {
      raw("<p class=\"note\">")
      sentences(table.notes)
      raw("</p>")
    }
    raw("\n")
  }

  private mutating func open(id: String, table: Table) {
    raw("<div class=\"scroll\(table.isLong ? " long" : "")\" role=\"region\" ")
    raw("aria-labelledby=\"\(id)-c\" tabindex=\"0\"><table id=\"\(id)\"")
    let classes = [
      table.style == .keyValue ? "kv" : nil, table.style == .dense ? "dense" : nil,
      table.style == .fit ? "fit" : nil, table.isWide ? "min" : nil,
      table.groups.contains { $0.title != nil } ? "grp" : nil,
    ].compactMap(\.self)
    if !classes.isEmpty { raw(" class=\"\(classes.joined(separator: " "))\"") }
    raw("><caption id=\"\(id)-c\"><span class=\"cap\">")
    text("\(table.number). \(table.title)")
    mark(table.figure)
    if !table.unit.isEmpty {
      raw("<span class=\"u\">")
      sentences(table.unit)
      raw("</span>")
    }
    raw("</span></caption>")
  }

  private mutating func head(_ columns: [Table.Column]) {
    raw("<thead><tr>")
    for column in columns {
      element("th", "scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")", column.title)
    }
    raw("</tr></thead>")
  }

  private mutating func row(_ row: Table.Row, _ columns: [Table.Column]) {
    raw("<tr")
    if let anchor = row.anchor { raw(" id=\"\(anchor)\"") }
    if row.part == .total { raw(" class=\"sum\"") }
    raw("><th scope=\"row\">")
    lines(row.header)
    raw("</th>")
    for (index, cell) in row.cells.enumerated() {
      let isNumber = index + 1 < columns.count && columns[index + 1].isNumber
      raw(isNumber ? "<td class=\"n\">" : "<td>")
      self.cell(cell)
      raw("</td>")
    }
    raw("</tr>\n")
  }

  private mutating func lines(_ lines: [[Inline]]) {
    for (index, line) in lines.enumerated() {
      if index > 0 { raw("<br>") }
      runs(line)
    }
  }

  private mutating func cell(_ cell: Cell) {
    switch cell {
    case .notApplicable: break
    case .text(let lines): self.lines(lines)
    case .number(let measure): text(measure.cellText)
    case .badge(let outcome): badge(outcome)
    case .status(let status): state(status.icon, status.label)
    case .state(let icon, let words, let detail):
      state(icon, words)
      if let detail {
        raw("<br>")
        text(detail)
      }
    case .comparison(let comparison):
      state(comparison.icon, comparison.label)
      for line in comparison.lines {
        raw("<br>")
        runs(line)
      }
    case .attribute(let attributes):
      for (index, attribute) in attributes.enumerated() {
        if index > 0 { raw(", ") }
        if let target = attribute.target {
          runs([.link(attribute.words, target: target)])
        } else {
          text(attribute.words)
        }
      }
    }
  }

  private mutating func state(_ icon: Icon, _ words: String) {
    raw("<span class=\"st\">")
    self.icon(icon)
    text(words)
    raw("</span>")
  }

  // MARK: Registers

  mutating func figureRegister() {
    let table = Table(
      id: "figures", number: "Tabell F", title: "Talens ursprung",
      unit: ["Varje nummer leder tillbaka till första stället i texten."], columns: [],
      groups: [], style: .dense, isLong: true, isWide: true)
    open(id: "tab-figures", table: table)
    head([
      .init("Nr"), .init("Uppgift"), .init("Värde", isNumber: true), .init("Så är det räknat"),
      .init("Underlag"),
    ])
    raw("<tbody>")
    for figure in document.figures {
      let mark = figure.mark
      raw("<tr id=\"\(mark)\"><th scope=\"row\"><a href=\"#r\(mark)\" ")
      raw("aria-label=\"\(mark), tillbaka till texten\">\(mark)</a></th>")
      element("td", figure.label)
      element("td", "class=\"n\"", figure.measure.value?.runningText ?? "–")
      element("td", figure.how)
      raw("<td>")
      element("code", figure.source)
      raw("</td></tr>\n")
    }
    raw("</tbody></table></div>\n")
    if document.figures.contains(where: { $0.measure.hiding != nil }) {
      raw("<p class=\"note\">Streck (–) betyder att talet döljs.</p>\n")
    }
  }

  mutating func quotationRegister() {
    let quotations = document.quotations
    guard !quotations.isEmpty else { return }
    let table = Table(
      id: "quotations", number: "Tabell C", title: "Citatens ursprung", columns: [], groups: [],
      style: .dense, isLong: true)
    open(id: "tab-quotations", table: table)
    head([.init("Nr"), .init("Inlämning"), .init("Avsnitt"), .init("Svarsväg och avsändare")])
    raw("<tbody>")
    for quotation in quotations {
      let mark = quotation.mark
      raw("<tr id=\"o\(mark)\"><th scope=\"row\"><a href=\"#\(mark)\" ")
      raw("aria-label=\"\(mark), tillbaka till citatet\">\(mark)</a></th><td>")
      submission(quotation.submission)
      raw("</td>")
      element("td", quotation.place)
      element("td", "\(quotation.channel), \(quotation.sender)")
      raw("</tr>\n")
    }
    raw("</tbody></table></div>\n")
  }
}

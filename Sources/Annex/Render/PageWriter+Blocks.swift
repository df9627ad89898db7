import DialogueModel

extension PageWriter {
  mutating func block(_ block: Block) {
    switch block {
    case .paragraph(let paragraph): self.paragraph(paragraph)
    case .list(let items):
      raw("<ul class=\"t\">")
      for item in items {
        raw("<li>")
        sentences(item.sentences)
        raw("</li>")
      }
      raw("</ul>\n")
    case .heading(let title):
      element("h4", title)
      raw("\n")
    case .keyFigures(let figures): keyFigures(figures)
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .quotation(let quotation): self.quotation(quotation)
    case .comment(let paragraphs): comment(paragraphs)
    case .proposals(let rows): proposals(rows)
    case .warning(let paragraph):
      raw("<div class=\"warn\"><p>")
      sentences(paragraph.sentences)
      raw("</p></div>\n")
    case .figureRegister: figureRegister()
    case .quotationRegister: quotationRegister()
    }
  }

  private mutating func paragraph(_ paragraph: Paragraph) {
    switch paragraph.style {
    case .body: raw("<p>")
    case .small, .note, .count: raw("<p class=\"\(paragraph.style.rawValue)\">")
    }
    sentences(paragraph.sentences)
    raw("</p>\n")
  }

  private mutating func keyFigures(_ figures: [Block.KeyFigure]) {
    raw("<ul class=\"keys\">")
    for figure in figures {
      raw("<li><b>")
      if let key = figure.key, let found = self.figures[key] {
        raw("<span class=\"nb\">")
        text(found.measure.cellText)
        mark(key)
        raw("</span>")
      } else {
        text("–")
      }
      raw("</b><span>")
      runs(figure.caption.runs)
      raw("</span></li>")
    }
    raw("</ul>\n")
  }

  private mutating func quotation(_ quotation: Quotation) {
    raw("<blockquote id=\"\(quotation.mark)\"><p dir=\"auto\">”")
    for piece in quotation.pieces {
      if piece.isMasked {
        element("span", "class=\"msk\"", piece.words)
      } else {
        text(piece.words)
      }
    }
    raw("”</p>\n<footer>")
    text("\(Swedish.capitalised(quotation.sender)), \(Swedish.lowered(quotation.channel)), ")
    submission(quotation.submission)
    raw(
      """
      <sup class="f"><a href="#o\(quotation.mark)" \
      aria-label="\(quotation.mark), citatets ursprung">\(quotation.mark)</a></sup>\
      </footer></blockquote>

      """)
  }

  /// A submission's number, as a link when the page lists it.
  mutating func submission(_ id: String) {
    let anchor = Anchor.submission(id)
    if listedAnchors.contains(anchor) {
      element("a", "class=\"id\" href=\"#\(anchor)\"", id)
    } else {
      element("span", "class=\"id\"", id)
    }
  }

  private mutating func comment(_ paragraphs: [Paragraph]) {
    raw("<div class=\"komm\"><h4>Kommentar</h4>\n")
    for paragraph in paragraphs { self.paragraph(paragraph) }
    raw("</div>\n")
  }

  private mutating func proposals(_ rows: [Block.ProposalRow]) {
    raw("<dl class=\"forslag\">")
    for row in rows {
      raw("<div id=\"g\(row.number)\"><dt>\(row.number)</dt><dd>")
      badge(row.outcome)
      raw("</dd><dd class=\"d\">")
      if let about = row.about {
        element("b", Swedish.sentence(about))
        raw(" ")
      }
      sentences(row.sentences)
      raw("</dd></div>")
    }
    raw("</dl>\n")
  }

  mutating func badge(_ outcome: ProposedOutcome) {
    raw("<span class=\"badge\(outcome == .outsideFrame ? " outside" : "")\">")
    icon(outcome.icon)
    text(outcome.label)
    raw("</span>")
  }
}

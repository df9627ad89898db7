/// Writes one document as a page; what the parts of the writing share.
struct PageWriter {
  let document: AnnexDocument
  let plain: PlainText
  let figures: [String: Figure]
  /// The ids of the submissions that the page lists.
  let listedAnchors: Set<String>
  var out = HTMLText()
  /// The figures that a link back already leads to.
  var linkedFigures: Set<String> = []

  init(_ document: AnnexDocument) {
    self.document = document
    plain = PlainText(document)
    var figures: [String: Figure] = [:]
    for figure in document.figures { figures[figure.measure.key] = figure }
    self.figures = figures
    listedAnchors = Set(
      document.tables.flatMap(\.groups).flatMap(\.rows).compactMap(\.anchor))
  }

  mutating func raw(_ markup: String) { out.raw(markup) }

  mutating func text(_ words: String) { out.text(words) }

  mutating func element(_ name: String, _ attributes: String, _ words: String) {
    raw("<\(name)\(attributes.isEmpty ? "" : " " + attributes)>")
    text(words)
    raw("</\(name)>")
  }

  mutating func element(_ name: String, _ words: String) { element(name, "", words) }

  // MARK: Running text

  /// The sentences of a paragraph with spaces between them.
  mutating func sentences(_ sentences: [Sentence]) {
    for (index, sentence) in sentences.enumerated() {
      if index > 0 { raw(" ") }
      runs(sentence.runs, beginsSentence: true)
    }
  }

  mutating func runs(_ runs: [Inline], beginsSentence: Bool = false) {
    for (index, run) in runs.enumerated() {
      self.run(run, isFirst: beginsSentence && index == 0)
    }
  }

  private mutating func run(_ run: Inline, isFirst: Bool) {
    switch run {
    case .text(let words): text(words)
    case .strong(let words): element("b", words)
    case .code(let words): element("code", words)
    case .figure(let key, let noun):
      guard let figure = figures[key] else { return }
      number(figure.measure, noun, mark: key, isFirst: isFirst)
    case .number(let measure, let noun):
      number(measure, noun, mark: nil, isFirst: isFirst)
    case .link(let words, let target):
      let isSubmission = target.hasPrefix("#i-")
      element("a", "\(isSubmission ? "class=\"id\" " : "")href=\"\(safe(target))\"", words)
    case .icon(let icon, let words):
      raw("<span class=\"key\">")
      self.icon(icon)
      text(words)
      raw("</span>")
    }
  }

  /// An address that may be followed: a place in the page, or the web.
  private func safe(_ target: String) -> String {
    guard target.hasPrefix("#") || target.hasPrefix("https://") || target.hasPrefix("http://")
    else { return "#" }
    return HTMLText.escaped(target)
  }

  private mutating func number(
    _ measure: Measure, _ noun: Noun?, mark: String?, isFirst: Bool
  ) {
    let parts = plain.parts(measure, noun)
    let words = isFirst ? Swedish.capitalised(parts.number) : parts.number
    if measure.value == nil {
      text(words)
      self.mark(mark)
      if !parts.noun.isEmpty { text(" \(parts.noun)") }
      return
    }
    raw("<span class=\"nb\">")
    text(words)
    self.mark(mark)
    raw("</span>")
    if !parts.noun.isEmpty { text("\u{A0}\(parts.noun)") }
  }

  /// The mark of a figure, linked to its row in the register; the first one is linked back.
  mutating func mark(_ key: String?) {
    guard let key, let figure = figures[key] else { return }
    let isFirst = linkedFigures.insert(key).inserted
    let id = isFirst ? " id=\"r\(figure.mark)\"" : ""
    raw(
      """
      <sup class="f"><a href="#\(figure.mark)"\(id) \
      aria-label="\(figure.mark), talets ursprung">\(figure.mark)</a></sup>
      """)
  }

  mutating func icon(_ icon: Icon) {
    raw(
      """
      <svg class="ic" viewBox="0 0 16 16" aria-hidden="true" focusable="false">\
      <use href="#ic-\(icon.rawValue)"/></svg>
      """)
  }
}

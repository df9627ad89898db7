extension PageWriter {
  /// Writes the whole page.
  mutating func page() {
    let head = document.head
    raw("<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n")
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    element(
      "title", "\(head.title). Sammanställning av synpunkter, \(document.registryNumber)")
    raw("\n<style>\n\(StyleSheet.screen)\(StyleSheet.paper)")
    raw(StyleSheet.page(head.runningHead, isSynthetic: document.isSynthetic))
    raw("</style>\n</head>\n<body>\n")
    raw("<a class=\"skip\" href=\"#innehall\">Hoppa till innehållet</a>\n")
    raw(Self.icons)
    banners()
    top(head)
    raw("<div class=\"wrap body\">")
    contents()
    raw("<main id=\"innehall\" tabindex=\"-1\">\n")
    for section in document.sections { self.section(section) }
    raw("</main></div>\n<footer class=\"wrap\">")
    element("p", "class=\"foot\"", document.foot)
    raw("</footer>\n</body>\n</html>\n")
  }

  private mutating func banners() {
    if document.isSynthetic {
      raw("<aside class=\"banner\" aria-label=\"Om exemplet\">")
      raw("<p><strong>Exempel med påhittade uppgifter.</strong> ")
      raw("Dialogen, talen och citaten finns inte i verkligheten.</p></aside>\n")
    }
    if document.edition == .internal {
      raw("<aside class=\"banner pale\" aria-label=\"Om utgåvan\">")
      raw("<p><strong>Intern arbetskopia.</strong> ")
      raw("Små tal är inte dolda. Utgåvan får inte publiceras.</p></aside>\n")
    }
  }

  private mutating func top(_ head: AnnexDocument.Head) {
    raw("<header class=\"wrap top\"><p class=\"org\">")
    element("b", head.municipality)
    element("span", head.reference)
    raw("</p>\n")
    element("p", "class=\"kind\"", head.kind)
    element("h1", head.title)
    element("p", "class=\"lead\"", head.lead)
    raw("<dl class=\"meta\">")
    for fact in head.facts {
      raw("<div>")
      element("dt", fact.name)
      element("dd", fact.value)
      raw("</div>")
    }
    raw("</dl></header>\n")
  }

  private mutating func contents() {
    raw("<nav class=\"toc\" aria-label=\"Innehåll\"><h2>Innehåll</h2><ol>")
    for section in document.sections {
      raw("<li>")
      element("span", section.number ?? "")
      element("a", "href=\"#\(section.id)\"", section.title)
      raw("</li>")
    }
    raw("</ol></nav>\n")
  }

  private mutating func section(_ section: Section) {
    raw("<section id=\"\(section.id)\" aria-labelledby=\"h-\(section.id)\">")
    heading("h2", section)
    for block in section.blocks { self.block(block) }
    for part in section.parts { self.part(part) }
    raw("</section>\n")
  }

  private mutating func part(_ part: Section) {
    raw("<div class=\"part\(part.isTheme ? " theme" : "")\" id=\"\(part.id)\">")
    heading("h3", part)
    for block in part.blocks { self.block(block) }
    raw("</div>\n")
  }

  private mutating func heading(_ name: String, _ section: Section) {
    raw("<\(name) id=\"h-\(section.id)\">")
    if let number = section.number { element("span", "class=\"no\"", number) }
    text(section.title)
    raw("</\(name)>\n")
  }

  /// The signs, drawn once and used beside words.
  private static let icons = """
    <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">\
    <defs>\
    <symbol id="ic-full" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.9" \
    fill="currentColor"/></symbol>\
    <symbol id="ic-half" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="none" \
    stroke="currentColor" stroke-width="1.8"/><path d="M8 2a6 6 0 0 0 0 12z" \
    fill="currentColor"/></symbol>\
    <symbol id="ic-empty" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="none" \
    stroke="currentColor" stroke-width="1.8"/></symbol>\
    <symbol id="ic-dashed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="none" \
    stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 2.1"/></symbol>\
    <symbol id="ic-arrow" viewBox="0 0 16 16"><path d="M2 8h11M9 3.5 13.5 8 9 12.5" \
    fill="none" stroke="currentColor" stroke-width="1.8"/></symbol>\
    <symbol id="ic-question" viewBox="0 0 16 16"><path d="M5 5.6a3 3 0 1 1 4.4 2.6c-1 \
    .6-1.4 1-1.4 2.1M8 12.4v1.5" fill="none" stroke="currentColor" \
    stroke-width="1.8"/></symbol>\
    <symbol id="ic-down" viewBox="0 0 16 16"><path d="M8 13.5 1.5 2.5h13z" \
    fill="currentColor"/></symbol>\
    <symbol id="ic-up" viewBox="0 0 16 16"><path d="M8 2.5 14.5 13.5h-13z" \
    fill="currentColor"/></symbol>\
    <symbol id="ic-line" viewBox="0 0 16 16"><path d="M3 8h10" fill="none" \
    stroke="currentColor" stroke-width="1.8"/></symbol></defs></svg>

    """
}

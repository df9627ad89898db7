// Texts for the tests of encodings, made from sentences written for them.
enum SwedishText {
  static let sentences = [
    "Gångvägen mellan skolan och biblioteket är för mörk på kvällarna.",
    "Jag tycker att bussen borde gå oftare på helgerna.",
    "Varför stängs badplatsen redan i augusti?",
    "Det är bra att ni frågar oss som bor här.",
    "Cykelbanan behöver röjas från snö tidigare på morgonen.",
    "Lekplatsen vid ån är sliten och saknar skugga.",
    "Fler sittbänkar längs strandpromenaden, tack!",
    "Höj inte avgiften för parkering på torget.",
    "Vi önskar en ny förskola i området öster om järnvägen.",
    "Sänk hastigheten utanför skolan till 30 km/h.",
    "Åtgärda vattnet som samlas under viadukten varje vår.",
    "Äldreboendet behöver större lokaler och fler anställda.",
    "Öppna biblioteket även på söndagar.",
    "Ungdomarna har ingenstans att vara efter klockan åtta.",
    "Belysningen i parken är trasig sedan länge.",
    "Bygg inte högre än fyra våningar i centrum.",
    "Återvinningen är alltid full när man kommer dit.",
    "Jag har bott här i 40 år och det har blivit sämre.",
    "Marknaden på lördagar är det bästa med byn.",
    "Ett kafé vid sjön skulle göra stor skillnad för miljön.",
  ]

  // Text whose only characters above ASCII are signs, as Word and telephones write them.
  static let signs = [
    "Vi kallar det ”torget” och vill ha mer plats.",
    "Bussen har ingen tid att passa – den kommer inte alls.",
    "Jag vet inte… kanske en park?",
    "I don’t think it’s safe to walk there.",
    "“More benches” is what we said last year.",
    "• fler turer\n• billigare kort",
    "Det kostar 50\u{A0}000 kronor, eller 4\u{A0}500 €.",
    "Skolan i »norr« har stoppat alla turer.",
    "Klockan 8–10 alla vardagar.",
    "’Torget’ – det gamla – var trevligare.",
    "Enligt § 12 och lagens 3 §.",
    "Vatten: 25 °C, Microsoft®, Word™.",
  ]

  // Sentences in some order, cut at the length; with at least one Swedish letter.
  static func make(length: Int, capitals: Bool, seed: UInt64) -> String {
    var random = SplitMix(seed: seed)
    while true {
      var text = ""
      while text.count < length {
        text += (sentences.randomElement(using: &random) ?? "") + (seed % 2 == 0 ? " " : "\n")
      }
      if capitals { text = text.uppercased() }
      text = String(text.prefix(length))
      if text.contains(where: { "åäöÅÄÖ".contains($0) }) {
        return text
      }
    }
  }
}

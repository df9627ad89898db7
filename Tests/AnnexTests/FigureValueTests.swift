import Annex
import Testing

@Suite struct FigureValueTests {
  @Test(
    arguments: [
      (FigureValue.count(0), "0"), (.count(999), "999"), (.count(1234), "1\u{A0}234"),
      (.count(11_500), "11\u{A0}500"), (.count(1_234_567), "1\u{A0}234\u{A0}567"),
      (.count(-4200), "−4\u{A0}200"), (.countSpan(168...274), "168–274"),
      (.countSpan(7...7), "7"), (.decimal(0.314, decimals: 2), "0,31"),
      (.decimal(5.856, decimals: 2), "5,86"), (.decimal(0.999, decimals: 2), "1,00"),
      (.decimal(1234.5, decimals: 1), "1\u{A0}234,5"), (.decimal(0.045, decimals: 1), "0,0"),
      (.decimalSpan(0.149, 0.621, decimals: 2), "0,15–0,62"),
      (.share(0.0351, decimals: 1), "3,5"), (.share(0.525), "53"),
      (.shareSpan(0.1, 0.2, decimals: 0), "10–20"), (.gap(11.9), "12 saknas"),
      (.gap(-26.6), "27 fler"), (.gap(0.4), "ingen"), (.gap(-0.4), "ingen"),
      (.whole, "se tabellen"),
    ])
  func `A cell prints a number as Swedish documents do`(value: FigureValue, words: String) {
    #expect(value.cellText == words)
  }

  @Test(
    arguments: [
      (FigureValue.share(0.0351, decimals: 1), "4\u{A0}procent"),
      (.share(0), "0\u{A0}procent"), (.share(1), "100\u{A0}procent"),
      (.share(0.004), "mindre än 1\u{A0}procent"), (.share(0.005), "1\u{A0}procent"),
      (.shareSpan(0.1, 0.2, decimals: 1), "10–20\u{A0}procent"), (.count(25), "25"),
    ])
  func `Running text has whole percent and the word`(value: FigureValue, words: String) {
    #expect(value.runningText == words)
  }
}

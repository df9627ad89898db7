import Annex
import DialogueModel

/// One example of everything that stands beside the figures of representation and weights.
struct NoteExample {
  let note: RepresentationNote
  let when: String

  init(_ when: String, _ note: RepresentationNote) {
    self.when = when
    self.note = note
  }

  /// A place for each case.
  ///
  /// The switch has no default, so that a new case cannot be forgotten.
  static func place(of note: RepresentationNote) -> Int {
    switch note {
    case .ratio: 0
    case .line: 1
    case .balance: 2
    case .convention: 3
    case .onlyInTable: 4
    case .noMark: 5
    case .parity: 6
    case .about: 7
    case .noComparison: 8
    case .notShown: 9
    case .unit: 10
    case .tests: 11
    case .unknownInNoGroup: 12
    case .notToBeSummed: 13
    case .span: 14
    case .largerHidden: 15
    case .label: 16
    case .countHidden: 17
    case .hiddenForAnother: 18
    case .restsOnHidden: 19
    case .otherPopulation: 20
    case .personsUnknown: 21
    case .persons: 22
    case .personsBetween: 23
    case .personsCaption: 24
    case .noPersonsCaption: 25
    case .hiddenPersonsCaption: 26
    case .closedShares: 27
    case .severalAnswers: 28
    case .twoBars: 29
    case .weightsHidden: 30
    case .groupsHidden: 31
    }
  }
  static let places = 32

  /// Whether it stands in a cell or a drawing, without a capital and a full stop.
  var isLine: Bool {
    switch note {
    case .parity, .about, .noComparison, .notShown, .label, .countHidden, .hiddenForAnother,
      .restsOnHidden, .personsCaption, .noPersonsCaption, .hiddenPersonsCaption:
      true
    default: false
    }
  }

  private static let band = 0.80...1.25

  private static func number(_ value: FigureValue) -> Inline {
    .number(Measure(key: "example", value: value, unit: .persons), noun: nil)
  }

  static let all: [NoteExample] = [
    .init("Over the chart of ratios: what a ratio is", .ratio),
    .init("Over the chart: what the line is", .line),
    .init("Under the chart", .balance),
    .init("Under the chart: the limits", .convention(band)),
    .init("Under the chart, when a question has no reference", .onlyInTable),
    .init("Under the chart, when a group is hidden", .noMark),
    .init("In the drawing: the band", .parity(band)),
    .init("In the drawing: a gap", .about("−12")),
    .init("In the drawing: no reference", .noComparison),
    .init("In the drawing: hidden", .notShown),
    .init("Over the table of groups", .unit),
    .init("Over the table: the tests", .tests(12, alpha: 0.05)),
    .init("Over the table: one test", .tests(1, alpha: 0.05)),
    .init("Under the table", .unknownInNoGroup),
    .init("Under the table, for several questions", .notToBeSummed),
    .init("Under the table: what the span is", .span),
    .init("Under the table, when a larger group is hidden", .largerHidden),
    .init("The class *under*", .label(.under, nil)),
    .init("The class *over*", .label(.over, nil)),
    .init("The class *in balance*", .label(.inBalance, nil)),
    .init("The class *cannot say*", .label(.cannotSay, .tooFew)),
    .init("The same without a reference", .label(.cannotSay, .noReference)),
    .init("A class that is hidden", .label(nil, nil)),
    .init("Under a hidden group", .countHidden),
    .init("Under a group that is hidden for another's sake", .hiddenForAnother),
    .init("Under a class that is hidden beside a count that is not", .restsOnHidden),
    .init(
      "The figures of a question do not sum to those who could answer", .otherPopulation),
    .init("Nobody knows how many persons took part", .personsUnknown),
    .init("All persons took part once", .persons(number(.count(172)))),
    .init(
      "The same person may have taken part twice", .personsBetween(number(.countSpan(87...222)))),
    .init("In the summary, beside the number of persons", .personsCaption),
    .init("The same, without a number", .noPersonsCaption),
    .init("The same, when it is hidden", .hiddenPersonsCaption),
    .init("Before closed questions", .closedShares),
    .init("Under a question with several answers", .severalAnswers),
    .init("Under a chart with weighted shares", .twoBars),
    .init("Beside a question, in public: no weighted shares", .weightsHidden(limit: 5)),
    .init("Beside a question, in public: no answers by group", .groupsHidden),
  ]
}

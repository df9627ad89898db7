import DialogueModel
import Representation

/// A cross-tabulation of inhabitants and participants, for the R-indicator and its partials: CSV
/// with one column for each variable, then `population` and `participants`.
///
/// It is for experts. Participation rates this low leave the R-indicator little room, so that it
/// is never shown without its floor.
public struct CellsTable: Sendable {
  /// What was found while reading.
  public let findings: [Finding]
  private let model: ParticipationModel

  /// Reads the table and fits the model.
  ///
  /// - Parameter path: The CSV file.
  /// - Throws: `InspelError` when the table cannot be read, a row cannot be used, or no model can
  ///   be fitted.
  public init(path: String) throws(InspelError) {
    let table = try SmallTable(path: path, shownAs: path)
    if let bad = table.findings.first(where: { $0.severity >= .warning }) {
      throw InspelError(
        .referenceRow, bad.summary,
        remedy: "Correct the row; leaving it out would change every figure.", place: bad.place)
    }
    let header = table.rows.first?.fields ?? []
    guard let population = header.firstIndex(of: "population"),
      let participants = header.firstIndex(of: "participants"), header.count > 2
    else {
      throw InspelError(
        .mapColumnMissing, "the table has no variables, or no population and participants",
        remedy: "Write the header age,sex,population,participants, for example.",
        place: Place(file: path))
    }
    let variables = header.indices.filter { $0 != population && $0 != participants }
    var cells: [ParticipationCell] = []
    for (line, fields) in table.rows.dropFirst() {
      guard fields.count == header.count, let inhabitants = Int(fields[population]),
        let took = Int(fields[participants])
      else {
        throw InspelError(
          .referenceRow, "the row has not \(header.count) fields with whole numbers at the end",
          remedy: "Correct the row; leaving it out would change every figure.",
          place: Place(file: path, line: line))
      }
      cells.append(
        ParticipationCell(
          categories: variables.map { fields[$0] }, population: inhabitants,
          participants: took))
    }
    switch ParticipationTable(variables: variables.map { header[$0] }, cells: cells).model() {
    case .success(let model): self.model = model
    case .failure(let obstacle):
      throw InspelError(
        .referenceRow, "no model can be fitted: \(Self.words(obstacle))",
        remedy: "Merge categories or leave out a variable.", place: Place(file: path))
    }
    findings = table.findings
  }

  /// The result as JSON.
  public func json() throws -> [UInt8] { try JSONText.encode(Document(model)) }

  /// The result as rows for a terminal: what it is, without correction, and corrected.
  public var rows: [[String]] {
    let indicator = model.indicator
    var rows = [["", "plain", "corrected", "as RISQ"]]
    func number(_ value: Double) -> String { PlainDecimal.text(value, places: 4) }
    func add(_ name: String, _ value: BiasAdjusted?) {
      rows.append([
        name, value.map { number($0.raw) } ?? "–",
        value.map { number($0.adjusted) } ?? "–", value.map { number($0.risq) } ?? "–",
      ])
    }
    add("R-indicator", indicator.value)
    rows.append(["  cannot be below", number(indicator.floor), "", ""])
    add("variation of rates", indicator.variation)
    for partial in model.partials {
      add("\(partial.variable), alone", partial.unconditional)
      add("\(partial.variable), given the others", partial.conditional)
    }
    return rows
  }

  private static func words(_ obstacle: ParticipationObstacle) -> String {
    switch obstacle {
    case .unknownVariable: "two variables have the same name"
    case .lengthMismatch: "a row has not one category for each variable"
    case .duplicateCell: "two rows have the same categories"
    case .negativeCount: "a count is negative"
    case .dataConflict: "a cell has more participants than inhabitants"
    case .tooLarge: "the table is too large"
    case .noParticipants: "nobody took part, or nobody could"
    case .everybodyParticipated: "everybody took part"
    case .singleCategory: "a variable has but one category"
    case .collinear: "one variable follows from the others"
    case .separated: "a category has no participants, or only participants"
    case .notConverged: "the fit did not settle"
    }
  }

  private struct Document: Encodable {
    let rIndicator: OverallDocument.Indicator
    let variation: Value
    let partials: [Partial]

    init(_ model: ParticipationModel) {
      rIndicator = OverallDocument.Indicator(model.indicator)
      variation = Value(model.indicator.variation)
      partials = model.partials.map(Partial.init)
    }

    struct Value: Encodable {
      let plain: Double
      let adjusted: Double
      let adjustedRISQ: Double

      init(_ value: BiasAdjusted) {
        plain = value.raw
        adjusted = value.adjusted
        adjustedRISQ = value.risq
      }
    }

    struct Partial: Encodable {
      let variable: String
      let unconditional: Value
      let conditional: Value?
      let obstacle: String?
      let categories: [Category]

      struct Category: Encodable {
        let category: String
        let unconditional: Double
        let conditional: Double?
      }

      init(_ partial: VariablePartial) {
        variable = partial.variable
        unconditional = Value(partial.unconditional)
        conditional = partial.conditional.map(Value.init)
        obstacle = partial.conditionalObstacle?.rawValue
        categories = partial.categories.map {
          Category(
            category: $0.category, unconditional: $0.unconditional, conditional: $0.conditional)
        }
      }
    }
  }
}

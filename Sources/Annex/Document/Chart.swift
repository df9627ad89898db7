/// A chart as data; how it is drawn is the renderer's affair.
public struct Chart: Sendable, Equatable, Codable {
  /// The numbers of the chart.
  public enum Content: Sendable, Equatable {
    /// From records read to submissions that count.
    case flow(FlowChart)
    /// Submissions by week, one panel for each channel.
    case weeks(WeekChart)
    /// Ratios of shares on a logarithmic axis.
    case ratios(RatioChart)
    /// Horizontal bars.
    case bars(BarChart)
    /// Shares from one activity to the next.
    case progress(ProgressChart)
  }

  /// The key that the chart's id is made of.
  public var id: String
  /// The printed number, such as `Figur 1`.
  public var number: String
  /// The title.
  public var title: String
  /// The key of the figure that stands for all the chart's numbers.
  public var figure: String?
  /// The unit, and what else the reader needs to read the chart.
  public var unit: [Sentence]
  /// The numbers.
  public var content: Content
  /// Notes under the chart.
  public var notes: [Sentence]

  /// Makes a chart without notes.
  public init(
    id: String, number: String, title: String, figure: String?, unit: [Sentence],
    content: Content
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.figure = figure
    self.unit = unit
    self.content = content
    notes = []
  }
}

extension Chart.Content: Codable {
  private enum Key: String, CodingKey { case kind, content }

  /// Writes the numbers as an object with the chart's kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func write(_ kind: String, _ content: some Encodable) throws {
      try container.encode(kind, forKey: .kind)
      try container.encode(content, forKey: .content)
    }
    switch self {
    case .flow(let content): try write("flow", content)
    case .weeks(let content): try write("weeks", content)
    case .ratios(let content): try write("ratios", content)
    case .bars(let content): try write("bars", content)
    case .progress(let content): try write("progress", content)
    }
  }

  /// Reads the numbers by the chart's kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(String.self, forKey: .kind) {
    case "flow": self = .flow(try container.decode(FlowChart.self, forKey: .content))
    case "weeks": self = .weeks(try container.decode(WeekChart.self, forKey: .content))
    case "ratios": self = .ratios(try container.decode(RatioChart.self, forKey: .content))
    case "progress":
      self = .progress(try container.decode(ProgressChart.self, forKey: .content))
    default: self = .bars(try container.decode(BarChart.self, forKey: .content))
    }
  }
}

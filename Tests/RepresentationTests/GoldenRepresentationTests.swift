import DialogueModel
import Foundation
import Representation
import Testing

/// The golden cases G1 and G2, from R 4.2.2, SciPy 1.13.1 and statsmodels 0.15.0.
///
/// These agree with each other to 2.1e-12. The population of 11,500 is made up.
struct GoldenRepresentationTests {
  /// The figures of one age band of G1, with the twelve digits of the golden file.
  struct Band: CustomTestStringConvertible, Sendable {
    let id: String
    let members: Int
    let reference: Int
    let share: Double
    let referenceShare: Double
    let ratio: Double
    let interval: [Double]
    let ratioInterval: [Double]
    let pLow: Double
    let pHigh: Double
    let pTwoSided: Double
    let pHolm: Double
    let classification: RepresentationClass
    var testDescription: String { id }
  }

  static let bands = [
    Band(
      id: "0-15", members: 0, reference: 1750, share: 0, referenceShare: 0.152173913043,
      ratio: 0, interval: [0, 0.0563313070137], ratioInterval: [0, 0.370177160376],
      pLow: 2.49984758335e-05, pHigh: 1, pTwoSided: 4.99969516671e-05,
      pHolm: 0.000299981710003, classification: .under),
    Band(
      id: "16-24", members: 1, reference: 980, share: 0.015625, referenceShare: 0.0852173913043,
      ratio: 0.183354591837, interval: [0.00277419452451, 0.083046759145],
      ratioInterval: [0.0325543235019, 0.974528296089], pLow: 0.023024664559,
      pHigh: 0.996709773326, pTwoSided: 0.046049329118, pHolm: 0.184197316472,
      classification: .cannotSay),
    Band(
      id: "25-44", members: 8, reference: 2080, share: 0.125, referenceShare: 0.180869565217,
      ratio: 0.691105769231, interval: [0.064837893025, 0.227410587235],
      ratioInterval: [0.358478735475, 1.25731815058], pLow: 0.157853713649,
      pHigh: 0.913268431772, pTwoSided: 0.315707427298, pHolm: 0.631414854596,
      classification: .cannotSay),
    Band(
      id: "45-64", members: 22, reference: 3060, share: 0.34375, referenceShare: 0.266086956522,
      ratio: 1.29187091503, interval: [0.239480896022, 0.46562263742],
      ratioInterval: [0.900009903349, 1.74988899684], pLow: 0.936565243842,
      pHigh: 0.104323111317, pTwoSided: 0.208646222634, pHolm: 0.625938667902,
      classification: .cannotSay),
    Band(
      id: "65-79", members: 30, reference: 2680, share: 0.46875, referenceShare: 0.233043478261,
      ratio: 2.01142723881, interval: [0.352058191881, 0.588962514807],
      ratioInterval: [1.51069746516, 2.52726452249], pLow: 0.999990685515,
      pHigh: 2.89376904693e-05, pTwoSided: 5.78753809386e-05, pHolm: 0.000299981710003,
      classification: .over),
    Band(
      id: "80+", members: 3, reference: 950, share: 0.046875, referenceShare: 0.0826086956522,
      ratio: 0.567434210526, interval: [0.0161125840084, 0.128687662973],
      ratioInterval: [0.195047069575, 1.55779802546], pLow: 0.21405271542,
      pHigh: 0.90787279701, pTwoSided: 0.428105430841, pHolm: 0.631414854596,
      classification: .cannotSay),
  ]

  static func assessBands() -> [GroupAssessment] {
    RepresentationAssessor().assess(
      bands.map { group($0.id, $0.members, of: 64, unknown: 11, reference: $0.reference) })
  }

  @Test(arguments: zip(assessBands(), bands))
  func `the age bands have the golden figures`(result: GroupAssessment, band: Band) throws {
    #expect(result.count.id == band.id)
    expectClose(result.share, band.share)
    expectClose(result.referenceShare, band.referenceShare)
    expectClose(result.ratio, band.ratio)
    let interval = try #require(result.interval)
    expectClose(interval.lowerBound, band.interval[0])
    expectClose(interval.upperBound, band.interval[1])
    let ratioInterval = try #require(result.ratioInterval)
    expectClose(ratioInterval.lowerBound, band.ratioInterval[0])
    expectClose(ratioInterval.upperBound, band.ratioInterval[1])
    expectClose(result.pLow, band.pLow)
    expectClose(result.pHigh, band.pHigh)
    expectClose(result.pTwoSided, band.pTwoSided)
    expectClose(result.pHolm, band.pHolm)
    #expect(result.classification == band.classification)
    #expect(result.reason == (band.classification == .cannotSay ? .tooFew : nil))
    #expect(result.isAbsent == (band.members == 0))
    #expect(result.referenceShareHigh == nil && result.ratioLow == nil)
  }

  @Test func `the youngest are under whatever all but four of the unknown are`() throws {
    let youngest = Self.assessBands()[0]
    #expect(youngest.tippingPoint == 4)
    // 64 · 1750 / 11 500 − 0 persons short; 0 to 11 of 75 members.
    expectClose(youngest.gap, 64 * 1750 / 11_500)
    let bounds = try #require(youngest.ratioBounds)
    #expect(bounds.lowerBound == 0)
    expectClose(bounds.upperBound, 11.0 / 75 / (1750.0 / 11_500))
  }

  @Test func `the 65 to 79 are over whatever the unknown are`() {
    #expect(Self.assessBands()[4].tippingPoint == nil)
  }

  /// By SciPy's hypergeom.cdf, scanned from zero up: 6 · 2 · P(X ≤ x) ≤ 0.05.
  @Test func `next to cannot say stands what would have been under`() {
    #expect(Self.assessBands().map(\.largestUnder) == [nil, 0, 3, 7, nil, 0])
  }

  /// The whole golden file, when the corpus is there: all digits and not only those copied here.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["INSPEL_CORPUS"] != nil))
  func `the age bands agree with the golden file`() throws {
    let corpus = try #require(ProcessInfo.processInfo.environment["INSPEL_CORPUS"])
    let file = URL(fileURLWithPath: corpus)
      .appendingPathComponent("../golden/representation-out/golden.json").standardizedFileURL
    let cases = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
    let golden = cases.first.groups
    #expect(golden.count == 6)
    let results = RepresentationAssessor().assess(
      golden.map {
        group(
          $0.category, $0.members, of: $0.known, reference: $0.reference, total: $0.population)
      })
    let classes: [String: RepresentationClass] = [
      "under": .under, "over": .over, "balance": .inBalance, "cannot_say": .cannotSay,
    ]
    for (result, figures) in zip(results, golden) {
      expectClose(result.share, figures.share)
      expectClose(result.referenceShare, figures.referenceShare)
      expectClose(result.ratio, figures.ratio)
      expectClose(result.interval?.lowerBound, figures.interval[0])
      expectClose(result.interval?.upperBound, figures.interval[1])
      expectClose(result.ratioInterval?.lowerBound, figures.ratioInterval[0])
      expectClose(result.ratioInterval?.upperBound, figures.ratioInterval[1])
      expectClose(result.pLow, figures.pLow)
      expectClose(result.pHigh, figures.pHigh)
      expectClose(result.pTwoSided, figures.pTwoSided)
      expectClose(result.pHolm, figures.pHolm)
      #expect(result.classification == classes[figures.classification])
      let plain = WilsonInterval.share(
        members: figures.members, known: figures.known, population: nil)
      expectClose(plain?.lowerBound, figures.uncorrectedInterval[0])
      expectClose(plain?.upperBound, figures.uncorrectedInterval[1])
    }
  }

  /// The counts of G2, in the order of the golden data file.
  static let overlapping = [
    group("women", 41, of: 61, unknown: 19, reference: 5600),
    group("locality_A", 1, of: 70, unknown: 10, reference: 1000),
    group("locality_B_tiny", 0, of: 70, unknown: 10, reference: 300),
    group("foreign_born", 2, of: 55, unknown: 25, reference: 1150),
    group("disability_interval_ref", 6, of: 50, unknown: 30, reference: 1150, to: 2300),
    group("national_minority_no_ref", 1, of: 48, unknown: 32, reference: nil),
    group("youth_council_tiny", 9, of: 80, unknown: 0, reference: 12),
    group("locality_C_exceeds", 25, of: 70, unknown: 10, reference: 20),
  ]

  struct Overlap: CustomTestStringConvertible, Sendable {
    let id: String
    let share: Double
    let ratio: Double
    let ratioInterval: [Double]
    let pLow: Double
    let pHigh: Double
    let pTwoSided: Double
    let pHolm: Double
    let classification: RepresentationClass
    var testDescription: String { id }
  }

  // g2_R.txt and g2_py.txt; the ratios there have ten digits.
  static let tested = [
    Overlap(
      id: "women", share: 0.6721311475, ratio: 1.380269321,
      ratioInterval: [1.124437847, 1.59442298], pLow: 0.99887578069, pHigh: 0.00262602945032,
      pTwoSided: 0.00525205890063, pHolm: 0.0262602945032, classification: .over),
    Overlap(
      id: "locality_A", share: 0.01428571429, ratio: 0.1642857143,
      ratioInterval: [0.02917451885, 0.8772618902], pLow: 0.0129651309202,
      pHigh: 0.998318567709, pTwoSided: 0.0259302618404, pHolm: 0.103721047361,
      classification: .cannotSay),
    Overlap(
      id: "locality_B_tiny", share: 0, ratio: 0, ratioInterval: [0, 1.982870031],
      pLow: 0.156300308568, pHigh: 1, pTwoSided: 0.312600617137, pHolm: 0.625201234274,
      classification: .cannotSay),
    Overlap(
      id: "foreign_born", share: 0.03636363636, ratio: 0.3636363636,
      ratioInterval: [0.1005650884, 1.229418652], pLow: 0.0769479507789, pHigh: 0.978572253393,
      pTwoSided: 0.153895901558, pHolm: 0.461687704674, classification: .cannotSay),
    Overlap(
      id: "youth_council_tiny", share: 0.1125, ratio: 107.8125,
      ratioInterval: [57.9358775, 143.75], pLow: 1, pHigh: 5.19159453866e-18,
      pTwoSided: 1.03831890773e-17, pHolm: 6.22991344639e-17, classification: .over),
  ]

  static func assessOverlapping() -> [GroupAssessment] {
    RepresentationAssessor().assess(overlapping)
  }

  @Test(arguments: tested)
  func `overlapping groups have the golden figures`(golden: Overlap) throws {
    let result = try #require(Self.assessOverlapping().first { $0.count.id == golden.id })
    expectClose(result.share, golden.share)
    expectClose(result.ratio, golden.ratio)
    expectClose(result.ratioInterval?.lowerBound, golden.ratioInterval[0])
    expectClose(result.ratioInterval?.upperBound, golden.ratioInterval[1])
    expectClose(result.pLow, golden.pLow)
    expectClose(result.pHigh, golden.pHigh)
    expectClose(result.pTwoSided, golden.pTwoSided)
    expectClose(result.pHolm, golden.pHolm)
    #expect(result.classification == golden.classification)
    #expect(result.reason == (golden.classification == .cannotSay ? .tooFew : nil))
    // The golden bounds have eight digits, so they are held against the counts.
    let count = result.count
    let parity = 80 * Double(try #require(count.referenceCount)) / 11_500
    expectClose(result.ratioBounds?.lowerBound, Double(count.members) / parity)
    expectClose(result.ratioBounds?.upperBound, Double(count.members + count.unknown) / parity)
  }

  @Test func `a range of reference is tested at its unfavourable end`() throws {
    let result = Self.assessOverlapping()[4]
    expectClose(result.share, 0.12)
    expectClose(result.ratio, 1.2)
    expectClose(result.ratioLow, 0.6)
    expectClose(result.referenceShare, 0.1)
    expectClose(result.referenceShareHigh, 0.2)
    expectClose(result.pLow, 0.770588477068)
    expectClose(result.pHigh, 0.95231942308)
    #expect(result.pTwoSided == 1)
    #expect(result.pHolm == 1)
    #expect(result.gap == nil)
    #expect(result.classification == .cannotSay)
    // Neither end would give a verdict: it is not the range that stands in the way.
    #expect(result.reason == .tooFew)
  }

  @Test func `a group without reference has a count and a share only`() {
    let result = Self.assessOverlapping()[5]
    #expect(result.classification == .cannotSay)
    #expect(result.reason == .noReference)
    expectClose(result.share, 0.02083333333)
    #expect(figures(result).count == 1)
    #expect(result.tippingPoint == nil && result.largestUnder == nil)
  }

  @Test func `more members than inhabitants is a conflict without test or interval`() {
    let result = Self.assessOverlapping()[7]
    #expect(result.classification == .cannotSay)
    #expect(result.reason == .dataConflict)
    expectClose(result.ratio, 205.3571429)
    #expect(result.pLow == nil && result.pHigh == nil)
    #expect(result.pTwoSided == nil && result.pHolm == nil)
    #expect(result.interval == nil && result.ratioInterval == nil)
    #expect(result.ratioInterval90 == nil && result.ratioBounds == nil)
  }

  @Test func `six of the eight groups are the family`() {
    #expect(RepresentationAssessor().family(of: Self.overlapping) == [0, 1, 2, 3, 4, 6])
  }

  /// By SciPy, scanned from all unknown members down: with ten of the nineteen not women,
  /// 5 · 2 · P(X ≥ 50 of 80) is above 0.05 for the first time.
  @Test func `ten of the unknown not women would take the verdict back`() {
    #expect(Self.assessOverlapping()[0].tippingPoint == 10)
  }
}

/// The part of golden.json that the age bands stand in.
private struct Golden: Decodable {
  struct Case: Decodable { let groups: [Figures] }

  struct Figures: Decodable {
    let category: String
    let members: Int
    let known: Int
    let reference: Int
    let population: Int
    let share: Double
    let referenceShare: Double
    let ratio: Double
    let uncorrectedInterval: [Double]
    let interval: [Double]
    let ratioInterval: [Double]
    let pLow: Double
    let pHigh: Double
    let pTwoSided: Double
    let pHolm: Double
    let classification: String

    enum CodingKeys: String, CodingKey {
      case category
      case members = "x"
      case known = "n"
      case reference = "N_g"
      case population = "N"
      case share
      case referenceShare = "pop_share"
      case ratio = "RR"
      case uncorrectedInterval = "wilson"
      case interval = "wilson_fpc"
      case ratioInterval = "RR_wilson_fpc"
      case pLow = "p_less"
      case pHigh = "p_greater"
      case pTwoSided = "p_two"
      case pHolm = "holm"
      case classification = "class"
    }
  }

  let first: Case

  enum CodingKeys: String, CodingKey {
    case first = "G1"
  }
}

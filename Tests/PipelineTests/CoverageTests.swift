import DialogueModel
import Foundation
import Pipeline
import TestSupport
import Testing

/// The comparison with the population from outside: `inspel coverage --counts … --json`.
@Suite struct CoverageTests {
  struct Output: Decodable {
    let groups: [Group]

    struct Group: Decodable {
      let id: String
      let share: Double?
      let ratio: Double?
      let pLow: Double?
      let pHigh: Double?
      let pTwoSided: Double?
      let pHolm: Double?
      let interval: [Double]?
      let ratioInterval: [Double]?
      let `class`: String
      let reason: String?
      let absent: Bool
      let tippingPoint: Int?
    }
  }

  static func run(_ table: String, population: Int) throws -> [String: Output.Group] {
    try TestPlaces.withFolder { folder in
      let path = folder + "/counts.csv"
      try table.write(toFile: path, atomically: true, encoding: .utf8)
      let run = try ProgramRun([
        "coverage", "--counts", path, "--population", "\(population)", "--json",
      ])
      #expect(run.status == 0, "\(run.messages)")
      let output = try JSONDecoder().decode(Output.self, from: Data(run.output.utf8))
      return Dictionary(uniqueKeysWithValues: output.groups.map { ($0.id, $0) })
    }
  }

  static func near(_ value: Double?, _ golden: Double) -> Bool {
    guard let value else { return false }
    return abs(value - golden) <= 1e-9 * max(abs(golden), 1e-300)
  }

  // representation-out/golden.json, made with R and SciPy.
  @Test func `case G1 equals the golden figures`() throws {
    let groups = try Self.run(
      """
      group,referenceCount,members,known,unknown
      0-15,1750,0,64,11
      16-24,980,1,64,11
      25-44,2080,8,64,11
      45-64,3060,22,64,11
      65-79,2680,30,64,11
      80+,950,3,64,11

      """, population: 11_500)
    let golden: [(String, Double, Double, Double, Double, String)] = [
      ("0-15", 2.4998475833544e-05, 1, 4.9996951667088e-05, 0.000299981710002528, "under"),
      (
        "16-24", 0.023024664559011938, 0.996709773326406, 0.046049329118023875,
        0.1841973164720955, "cannot_say"
      ),
      (
        "25-44", 0.15785371364911333, 0.9132684317717121, 0.31570742729822665,
        0.6314148545964533, "cannot_say"
      ),
      (
        "45-64", 0.9365652438416192, 0.10432311131694086, 0.20864622263388172,
        0.6259386679016452, "cannot_say"
      ),
    ]
    for (id, low, high, two, holm, classification) in golden {
      let group = try #require(groups[id])
      #expect(Self.near(group.pLow, low), "\(id) pLow")
      #expect(Self.near(group.pHigh, high), "\(id) pHigh")
      #expect(Self.near(group.pTwoSided, two), "\(id) pTwoSided")
      #expect(Self.near(group.pHolm, holm), "\(id) pHolm")
      #expect(group.class == classification)
    }
    #expect(groups["0-15"]?.absent == true)
    #expect(groups["0-15"]?.tippingPoint == 4)
    #expect(Self.near(groups["0-15"]?.interval?.last, 0.05633130701367113))
    #expect(Self.near(groups["0-15"]?.ratioInterval?.last, 0.37017716037555315))
    #expect(Self.near(groups["16-24"]?.ratio, 0.1833545918367347))
    #expect(groups["65-79"]?.class == "over")
  }

  @Test func `case G2 equals the golden figures`() throws {
    let groups = try Self.run(
      """
      group,referenceCount,referenceCountHigh,members,known,unknown
      women,5600,,41,61,19
      locality_A,1000,,1,70,10
      locality_B,300,,0,70,10
      foreign_born,1150,,2,55,25
      disability,1150,2300,6,50,30
      minority,,,1,48,32
      youth_council,12,,9,80,0
      locality_C,20,,25,70,10

      """, population: 11_500)
    let golden: [(String, Double, Double)] = [
      ("women", 0.00525205890063, 0.0262602945032),
      ("locality_A", 0.0259302618404, 0.103721047361),
      ("locality_B", 0.312600617137, 0.625201234274),
      ("foreign_born", 0.153895901558, 0.461687704674),
      ("disability", 1, 1),
      ("youth_council", 1.03831890773e-17, 6.22991344639e-17),
    ]
    for (id, two, holm) in golden {
      let group = try #require(groups[id])
      // The golden file has twelve digits.
      #expect(Self.near(group.pTwoSided, two) || abs((group.pTwoSided ?? 0) / two - 1) < 1e-11)
      #expect(Self.near(group.pHolm, holm) || abs((group.pHolm ?? 0) / holm - 1) < 1e-11)
    }
    #expect(groups["women"]?.class == "over")
    #expect(groups["youth_council"]?.class == "over")
    #expect(Self.near(groups["youth_council"]?.ratioInterval?.last, 143.75))
    #expect(groups["minority"]?.reason == "no_reference")
    #expect(groups["locality_C"]?.reason == "data_conflict")
  }

  @Test func `the terminal shows both ends of a range, and no ratio of a conflict`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/counts.csv"
      func words(_ rows: String) throws -> ProgramRun {
        try ("group,referenceCount,referenceCountHigh,members,known,unknown\n" + rows)
          .write(toFile: path, atomically: true, encoding: .utf8)
        return try ProgramRun(["coverage", "--counts", path, "--population", "11500"])
      }
      let range = try words("disability,1150,2300,6,50,30\n")
      #expect(range.output.contains("10.0–20.0  0.60–1.20"))
      #expect(range.output.contains("0.38–4.50"))
      let json = try ProgramRun(["coverage", "--counts", path, "--population", "11500", "--json"])
      #expect(json.output.contains("\"ratioLow\" : 0.6"))
      #expect(json.output.contains("\"referenceShareHigh\" : 0.2"))
      let conflict = try words("locality,20,,25,70,10\n").output
      #expect(conflict.contains("the counts contradict the reference"))
      #expect(!conflict.contains("205.36") && !conflict.contains("+25"))
      let many = try words("crowd,1150,,2,10,10000000001\n").output
      #expect(
        many.contains("too many did not say; 5000000006 of 10000000011 would have to be known"))
      let steering = try words("\u{1B}[31mred\u{202E},1150,,2,10,0\n").output
      #expect(steering.contains("\u{FFFD}[31mred\u{FFFD}"))
      #expect(!steering.contains("\u{1B}") && !steering.contains("\u{202E}"))
      let empty = try words("")
      #expect(empty.status == 2)
      #expect(empty.messages.contains("the table has no row below its header"))
      let score = try words("a,5750,,20,50,0\nb,5750,,30,50,0\n").output
      #expect(score.contains("Go Vocal's score) 0.667, for comparison only and not used:"))
      #expect(score.contains("it names no group, one empty group makes it 0"))
    }
  }

  @Test func `a table without a column, and a bad number, are told by line`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/counts.csv"
      try "group,members\na,1\n".write(toFile: path, atomically: true, encoding: .utf8)
      let missing = try ProgramRun(["coverage", "--counts", path, "--population", "100"])
      #expect(missing.status == 1)
      #expect(missing.messages.contains("\"referenceCount\" is not in the table"))
      try "group,referenceCount,members,known,unknown\na,x,1,2,3\nb,5,9,8,0\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
      let bad = try ProgramRun(["coverage", "--counts", path, "--population", "100"])
      #expect(bad.status == 2)
      #expect(bad.messages.contains("line 2: column \"referenceCount\""))
      #expect(bad.messages.contains("line 3: there are more members than known"))
    }
  }
}

import DialogueModel
import Foundation
import Ingest
import Testing

/// Every profile, with a sample in each of the ways in which its tool writes.
@Suite struct ProfileSampleTests {
  private static let samples = ProfileSample.all
  private static let profiles = Dictionary(
    uniqueKeysWithValues: Pipelines.profiles.map { ($0.id, $0) })
  private static let submissions = samples.filter { $0.kind == .submissions }

  @Test func `every profile has a sample`() {
    // A note is told from its header block, and not by a profile.
    let covered = Set(Self.samples.map(\.profile)).union(["notes"])
    #expect(covered == Set(Self.profiles.keys))
    #expect(Set(Self.samples.map(\.testDescription)).count == Self.samples.count)
  }

  @Test(arguments: samples)
  func `A sample is recognised as what it is`(sample: ProfileSample) throws {
    let file = try inspect(sample.text)
    #expect(file.tool.profile == sample.profile)
    #expect(file.tool.confidence == sample.confidence)
    #expect(file.kind == sample.kind)
    #expect(file.headerRows == sample.headerRows)
    if !sample.names.isEmpty { #expect(file.columns.map(\.name) == sample.names) }
    #expect(file.dropped == sample.dropped)
    #expect(!file.tool.why.isEmpty && !file.tool.why.contains("as well"))
    #expect((file.source == nil) == (sample.kind != .submissions))
    let isGeneric = sample.profile.hasPrefix("generic")
    #expect((file.tool.name == nil) == isGeneric)
  }

  /// The first record of a sample, as a run reads it.
  private static func read(_ sample: ProfileSample) throws -> (OpenedSource, [String]) {
    let profile = try #require(profiles[sample.profile])
    return try withFile(Array(sample.text.utf8), named: "fil") { path in
      var declaration = SourceDeclaration(path: "fil", profile: profile.id, channel: "k")
      declaration.text = [sample.answer]
      if sample.headerRows == nil {
        declaration.record = Pipelines.inspector.one(path: path).xml?.record
      }
      let opened = try SourceOpener().open(
        SourceFile(path: "fil", absolutePath: path, declaration: declaration, profile: profile))
      #expect(opened.findings.filter { $0.severity == .error }.map(\.summary) == [])
      #expect(!opened.findings.contains { $0.code == .profileDoubtful })
      let source = try #require(opened.source)
      let work = SourceWork()
      #expect(try source.take(into: work))
      work.parse()
      #expect(work.batch.count > 0)
      return (
        source,
        (0..<work.batch.columnCount).map { work.batch.string(column: $0, record: 0) }
      )
    }
  }

  @Test(arguments: submissions)
  func `A run finds the same header, the answer, the identifier and the time`(
    sample: ProfileSample
  ) throws {
    let (source, values) = try Self.read(sample)
    let layout = source.layout
    let text = try #require(layout.text.first)
    #expect(values[text.index].count > 20, "the answer is read, and no header row")
    #expect(layout.id.map { values[$0] } == sample.id)
    if let time = sample.time {
      let written = values[try #require(layout.time)]
      func read(_ text: String) -> SubmissionTime? {
        var text = text
        return text.withUTF8 {
          TimeReader(order: Self.profiles[sample.profile]?.dateOrder ?? .yearMonthDay).read($0)
        }
      }
      #expect(read(written) == read(time))
      #expect((read(written) == nil) == time.isEmpty)
    }
    if let isFinished = sample.isFinished {
      #expect(!layout.completion.isEmpty)
      #expect(layout.completion.contains { !values[$0].isEmpty } == isFinished)
    } else {
      #expect(layout.completion.isEmpty)
    }
    let read = Set(layout.dropped)
    for name in sample.dropped where sample.headerRows != nil {
      #expect(read.contains(name), "\(name) is personal, and is never read")
    }
  }

  /// Every sample beside every profile of another tool, as if its own were not there.
  @Test(arguments: Pipelines.profiles.filter { !$0.recognise.isEmpty })
  func `A tool is not taken for another`(profile: SourceProfile) throws {
    let generic = Pipelines.profiles.filter { $0.id.hasPrefix("generic") }
    let inspector = FileInspector(profiles: generic + [profile])
    for sample in Self.samples where sample.profile != profile.id {
      let file = try withFile(Array(sample.text.utf8), named: "fil") {
        inspector.one(path: $0)
      }
      let isTaken = file.tool.profile == profile.id
      #expect(isTaken == sample.fits.contains(profile.id), "\(sample.testDescription)")
    }
  }

  @Test func `What fits two tools alike is told`() throws {
    func profile(_ id: String) -> SourceProfile {
      var profile = SourceProfile(id: id, label: id.uppercased(), container: .csv)
      var sign = RecognitionSign(certainty: .certain)
      sign.mark.columns = ["nyckel", "svar"]
      profile.recognise = [sign]
      return profile
    }
    let text = "nyckel;svar\n1;Ett svar som är långt\n2;Ett annat svar som är långt\n"
    func tool(_ profiles: [SourceProfile]) throws -> InspectedFile.Tool {
      try withFile(Array(text.utf8), named: "fil") {
        FileInspector(profiles: profiles).one(path: $0).tool
      }
    }
    #expect(try tool([profile("a")]).confidence == .certain)
    let tied = try tool([profile("b"), profile("a")])
    #expect(tied.name == "A" && tied.confidence == .likely)
    #expect(tied.why == "nyckel, svar; it could as well be B")
    // One mark more decides.
    var narrow = profile("b")
    narrow.recognise[0].mark.columns.append("annat")
    #expect(try tool([narrow, profile("a")]).name == "A")
    narrow.recognise[0].mark.columns = ["nyckel", "svar"]
    narrow.recognise[0].mark.first = ["nyckel"]
    #expect(try tool([narrow, profile("a")]).confidence == .likely)
    narrow.recognise[0].certainty = .likely
    #expect(try tool([narrow, profile("a")]).why == "nyckel, svar")
  }

  @Test func `The columns of joined choices are the tool's own`() throws {
    let sample = try #require(Self.samples.first { $0.profile == "kobo" })
    let (source, _) = try Self.read(sample)
    #expect(source.layout.dropped.contains("farg/rod"))
    #expect(source.layout.unmapped == ["farg"])
    let file = try inspect(sample.text)
    #expect(try file.column("farg/bla").role == .technical)
    // A slash alone makes no option: there is no column with the group's name.
    #expect(try file.column("Grupp/varfor").role != .technical)
  }
}

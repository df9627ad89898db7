import Crypto
import DialogueModel
import Foundation
import Ingest

/// `run.json`: what was run, on what, with what, and what came of it, in the terms of W3C PROV
/// (activity, used entities, generated entities).
struct RunRecord: Codable, Sendable {
  var activity: Activity
  var used: [Entity]
  var parameters: [String: String]
  var account: AccountDocument.Total
  var findings: [String: Int]
  var generated: [Entity]
  /// The reference population as it was, so that a later run can be seen to use the same.
  var reference: [Figure]?

  /// A figure of the reference population.
  struct Figure: Codable, Sendable, Equatable {
    var group: String
    /// The population that the figure is of, where the row names one.
    var universe: String?
    var count: Int
    var countHigh: Int?
    var source: String
    var table: String
    var date: String

    /// The group, and the population where one is named.
    var name: String { universe.map { "\(group) of \($0)" } ?? group }
  }

  struct Activity: Codable, Sendable {
    var program: String
    var version: String
    var at: String
    var dialogue: String
    var registryNumber: String
    var published: Bool
  }

  struct Entity: Codable, Sendable, Equatable {
    /// The path, of a file in an archive with its name there.
    var fullPath: String { member.map { path + "/" + $0 } ?? path }

    var path: String
    /// The name in the archive that `path` is.
    var member: String?
    var role: String
    var sha256: String
    var bytes: Int
  }

  init(
    material: RunMaterial, output: OutputFolder, register: (hash: String, bytes: Int)?
  ) throws(InspelError) {
    let loaded = material.loaded
    let dialogue = loaded.file.dialogue
    activity = Activity(
      program: "inspel", version: ProgramVersion.current, at: material.at.text,
      dialogue: dialogue.id, registryNumber: dialogue.decisionCase.registryNumber,
      // Until the gate says otherwise: see withdrawPublic().
      published: true)
    used =
      loaded.inputs.map {
        Entity(path: $0.path, role: $0.role, sha256: $0.sha256, bytes: $0.bytes)
      }
      + material.sources.map {
        Entity(
          path: $0.storedPath, member: $0.member, role: "source", sha256: $0.sha256, bytes: $0.bytes
        )
      }
    var parameters: [String: String] = [
      "codebook": "\(loaded.codebook.id) \(loaded.codebook.version)",
      "period": "\(dialogue.period.from)/\(dialogue.period.through)",
      "alpha": "\(loaded.file.rule.alpha)",
      "parityBand": "\(loaded.file.rule.band.lowerBound)–\(loaded.file.rule.band.upperBound)",
      "smallestCount": "\(loaded.file.rule.smallestCount)",
      "largestUnknownShare": "\(loaded.file.rule.largestUnknownShare)",
      "referenceNoise": loaded.file.rule.referenceNoise.map(String.init)
        ?? "0; \(RepresentationRule.standardNoise) from 2025",
      "idKey": loaded.idKeyName ?? "none",
      "duplicateMinimumLength": "\(RecordProcessor.shortestComparableText)",
    ]
    if !loaded.file.emptyAnswers.isEmpty {
      parameters["emptyAnswers"] = loaded.file.emptyAnswers.joined(separator: "|")
    }
    self.parameters = parameters
    account = AccountDocument(material.account).total
    findings = [:]
    for finding in material.findings { findings[finding.code.rawValue, default: 0] += 1 }
    reference = Self.figures(loaded.reference)
    generated = []
    for name in output.files() {
      if let register, name == "internal/register.sqlite" {
        generated.append(Self.entity(name, register))
      } else {
        generated.append(Self.entity(name, try output.identity(of: name)))
      }
    }
  }

  /// The rows of a reference population.
  static func figures(_ reference: ReferencePopulation?) -> [Figure]? {
    reference?.rows.map {
      Figure(
        group: "\($0.dimension)/\($0.value)", universe: $0.universe, count: $0.count,
        countHigh: $0.countHigh,
        source: $0.source, table: $0.table, date: "\($0.date)")
    }
  }

  /// Adds a file that was written after the others.
  mutating func add(_ name: String, of output: OutputFolder) throws(InspelError) {
    generated.append(Self.entity(name, try output.identity(of: name)))
    generated.sort { $0.path < $1.path }
  }

  /// Takes the public files out again, when they may not be published.
  mutating func withdrawPublic() {
    activity.published = false
    generated.removeAll { $0.path.hasPrefix("public/") }
  }

  /// The record for `public/`: what was run and what it wrote there.
  ///
  /// Not what was read: names, sizes and counts of the sources would give back numbers that the
  /// annex hides.
  func publicPart() -> PublicRecord {
    var parameters = parameters
    parameters["idKey"] = nil
    return PublicRecord(
      activity: activity, parameters: parameters,
      generated: generated.filter { $0.path.hasPrefix("public/") })
  }

  struct PublicRecord: Codable, Sendable {
    var activity: Activity
    var parameters: [String: String]
    var generated: [Entity]
  }

  static func sha256(_ bytes: [UInt8]) -> String { Hexadecimal.text(SHA256.hash(data: bytes)) }

  static func sha256(ofFile path: String) -> (hash: String, bytes: Int)? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var hasher = SHA256()
    var count = 0
    do {
      while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
        hasher.update(data: data)
        count += data.count
      }
    } catch {
      return nil
    }
    return (Hexadecimal.text(hasher.finalize()), count)
  }

  private static func entity(_ name: String, _ identity: (hash: String, bytes: Int)) -> Entity {
    Entity(path: name, role: "output", sha256: identity.hash, bytes: identity.bytes)
  }
}

import Annex
import DialogueModel
import Foundation
import Testing

/// The attacker against the step: whole annexes, hostile ones and many drawn by lot.
///
/// `INSPEL_ATTACKS=5000` makes more lots than the usual.
@Suite struct AttackTests {
  static let lots =
    ProcessInfo.processInfo.environment["INSPEL_ATTACKS"].flatMap(Int.init) ?? 60

  private func verdict(_ dialogue: RandomDialogue) -> Verdict {
    let composer = AnnexComposer()
    return Verdict.on(
      composer.compose(dialogue.content(.public)),
      truth: composer.compose(dialogue.content(.internal)), .init(dialogue.content(.public)))
  }

  @Test func `The attacker wins nothing of the worked example`() {
    let verdict = Verdict.on(
      WorkedExample.publicDocument, truth: WorkedExample.internalDocument,
      .init(WorkedExample.content(.public)))
    #expect(verdict.attacked > 10)
    #expect(verdict.losses == [])
  }

  @Test func `The attacker wins nothing of dialogues drawn by lot`() {
    var attacked = 0
    for seed in 1...Self.lots {
      let dialogue = RandomDialogue(seed: seed)
      guard !dialogue.hasOnlyOrganisations else { continue }
      let verdict = verdict(dialogue)
      attacked += verdict.attacked
      #expect(verdict.losses == [], "seed \(seed)")
    }
    #expect(attacked > Self.lots * 10)
  }

  /// Shows everything, or hides only what is small itself.
  private func careless(_ document: AnnexDocument, hidesSmall: Bool) throws -> AnnexDocument {
    let json = try JSONRenderer().render(document)
    struct Page: Decodable { let document: AnnexDocument }
    var careless = try JSONDecoder().decode(Page.self, from: Data(json)).document
    careless.edition = .public
    careless.implied = []
    guard hidesSmall else { return careless }
    // The step without any sum hides the small counts and what is computed from them.
    careless.relations = []
    for section in careless.sections.indices {
      for block in careless.sections[section].blocks.indices {
        guard case .table(var table) = careless.sections[section].blocks[block] else { continue }
        for row in table.groups.indices {
          for line in table.groups[row].rows.indices { table.groups[row].rows[line].part = .none }
        }
        for column in table.columns.indices { table.columns[column].part = .none }
        careless.sections[section].blocks[block] = .table(table)
      }
    }
    return PublicEdition().apply(to: careless)
  }

  @Test func `The attacker wins where nothing is hidden, and where only small counts are`() throws {
    var wins = 0
    for seed in 1...12 {
      let dialogue = RandomDialogue(seed: seed, count: 40)
      let truth = AnnexComposer().compose(dialogue.content(.internal))
      let common = Attacker.Common(dialogue.content(.public))
      let open = Verdict.on(try careless(truth, hidesSmall: false), truth: truth, common)
      #expect(open.losses.contains { $0.contains("is shown as") }, "seed \(seed)")
      let primary = Verdict.on(try careless(truth, hidesSmall: true), truth: truth, common)
      #expect(!primary.losses.contains { $0.contains("is shown as") }, "seed \(seed)")
      if primary.losses.contains(where: { $0.contains(" to ") }) { wins += 1 }
    }
    #expect(wins >= 10)
  }

  /// A document with the classes of its true edition wherever the members and the unknown are
  /// shown, as if nothing else told of them.
  static func withClasses(_ document: AnnexDocument, of truth: AnnexDocument) -> AnnexDocument {
    var classes: [String: Comparison] = [:]
    for table in truth.tables where table.id.hasPrefix("groups-table-") {
      for row in table.groups.flatMap(\.rows) {
        if case .comparison(let comparison)? = row.cells.last {
          classes[comparison.key] = comparison
        }
      }
    }
    let hidden = document.hiddenKeys
    var careless = document
    for section in careless.sections.indices {
      for block in careless.sections[section].blocks.indices {
        guard case .table(var table) = careless.sections[section].blocks[block],
          table.id.hasPrefix("groups-table-")
        else { continue }
        for group in table.groups.indices {
          for row in table.groups[group].rows.indices {
            guard let last = table.groups[group].rows[row].cells.indices.last,
              case .comparison(var comparison) = table.groups[group].rows[row].cells[last],
              let truth = classes[comparison.key],
              !comparison.basis[..<2].contains(where: hidden.contains)
            else { continue }
            comparison.classification = truth.classification
            comparison.reason = truth.reason
            table.groups[group].rows[row].cells[last] = .comparison(comparison)
          }
        }
        careless.sections[section].blocks[block] = .table(table)
      }
    }
    return careless
  }
}

import Foundation
import TestSupport
import Testing

/// What stops `public/`, whatever file it stands in.
@Suite struct PublicationTests {
  @Test(arguments: [
    ("need: Utskottet", "need: Ring 070-174 06 05. Utskottet"),
    ("label: Var borde en mötesplats ligga?", "label: \"Var? Skriv till nagon@example.se\""),
    ("methodReason: Samma", "methodReason: Personnummer 19900118-9806. Samma"),
  ])
  func `personal data in words of the municipality's own stops the publication`(
    old: String, new: String
  ) throws {
    try TestPlaces.withFolder { folder in
      let run = try RepresentationRunTests.run(in: folder) {
        try RepresentationRunTests.replace(old, new, in: $0 + "/dialogue.yaml")
      }
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.messages.contains("publish.personal-data"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/out/public"))
      #expect(FileManager.default.fileExists(atPath: folder + "/out/internal/annex.html"))
    }
  }
}

// swift-tools-version: 6.1
import PackageDescription

// The fuzz targets with what they feed, and nothing else: `Tests/Fuzz/run` puts this beside links
// to the sources in `.build-fuzz/package`. Every module is built to report where it has been.
let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])]

let package = Package(
  name: "fuzz",
  products: [
    .library(name: "FuzzCSV", type: .static, targets: ["FuzzCSV"]),
    .library(name: "FuzzXML", type: .static, targets: ["FuzzXML"]),
    .library(name: "FuzzNotes", type: .static, targets: ["FuzzNotes"]),
    .library(name: "FuzzSheet", type: .static, targets: ["FuzzSheet"]),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .target(name: "Records", swiftSettings: watched),
    .target(name: "CSVReading", dependencies: ["Records", "CLibCSV"], swiftSettings: watched),
    .target(name: "XMLReading", dependencies: ["Records", "CLibXML2"], swiftSettings: watched),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CLibZ", pkgConfig: "zlib"),
    .target(
      name: "Archives", dependencies: ["Records", "CLibZip", "CLibZ"], swiftSettings: watched),
    .target(
      name: "SpreadsheetReading", dependencies: ["Records", "XMLReading", "Archives"],
      swiftSettings: watched),
    .target(name: "DialogueModel", swiftSettings: watched),
    // The reader of notes without the rest of its room, which hashes and needs BoringSSL.
    .target(
      name: "Ingest", dependencies: ["DialogueModel"], sources: ["ManualNote.swift"],
      swiftSettings: watched),

    .target(name: "FuzzSupport", dependencies: ["Records"]),
    .target(name: "FuzzCSV", dependencies: ["CSVReading", "Records", "FuzzSupport"]),
    .target(name: "FuzzXML", dependencies: ["XMLReading", "Records", "FuzzSupport"]),
    .target(name: "FuzzNotes", dependencies: ["Ingest", "FuzzSupport"]),
    .target(name: "ArchiveTestSupport", dependencies: ["CLibZ", "Records"]),
    .target(
      name: "FuzzSheet",
      dependencies: ["SpreadsheetReading", "Records", "ArchiveTestSupport", "FuzzSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

import Annex
import DialogueModel
import Foundation
import Ingest
import Records
import Refine
import Register
import Tagging

/// Reads every source of a dialogue through refining and tagging into figures, and into a
/// register when one is wanted.
struct SourceRun {
  private let loaded: LoadedDialogue
  private let workers: Int
  private let registerPath: String?
  private let memory: MemoryLimits
  private let progress: @Sendable (RunProgress) -> Void

  init(
    loaded: LoadedDialogue, workers: Int?, registerPath: String?,
    memory: MemoryLimits = MemoryLimits(),
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws(InspelError) {
    self.loaded = loaded
    // More workers than cores only wait for each other.
    self.workers = min(max(workers ?? ProcessInfo.processInfo.activeProcessorCount, 1), 64)
    self.registerPath = registerPath
    self.memory = memory
    self.progress = progress
  }

  /// Reads everything.
  ///
  /// - Throws: `RefusedRun` when the dialogue or a source cannot be used.
  func execute(at: RunTime) throws -> RunMaterial {
    let dialogue = loaded.file.dialogue
    let resolver = SourceResolver(
      folder: loaded.folder, profiles: loaded.profiles, limits: loaded.file.limits
    )
    let (files, resolveFindings) = resolver.resolve(
      loaded.file.sources, dialogueFile: loaded.dialogueFile)
    var findings = loaded.findings + resolveFindings
    let shape = FigureShape(
      channels: loaded.channels, activities: dialogue.activities, dimensions: loaded.dimensions,
      themes: loaded.codebook.themes, idPrefix: dialogue.idPrefix,
      weighted: loaded.weightedDimensions)
    let writer = try registerPath.map { path throws(InspelError) in try RegisterWriter(path: path) }
    let opener = SourceOpener(
      blockSize: memory.blockSize, limits: loaded.file.limits,
      // Only a register and what is written beside it name the files' hashes.
      hashes: registerPath != nil)
    let merger = RunMerger(
      shape: shape, files: files, latest: try LatestRecords(files, opener: opener),
      same: try SameFiles(files, opener: opener), writer: writer, findings: findings,
      memory: memory)
    if resolveFindings.contains(where: { $0.severity == .error }) { merger.refuse([]) }

    let index = CodebookIndex(loaded.codebook)
    merger.add(codebookFindings(index))
    let known = TaggerMemory(index)
    let contentSeed = UInt64.random(in: .min ... .max)
    let processors = (0..<workers).map { _ in
      RecordProcessor(
        shape: shape, memory: known, period: dialogue.period,
        emptyAnswers: loaded.file.emptyAnswers, idKey: loaded.idKey, contentSeed: contentSeed)
    }
    // While one piece is merged and one is taken, every worker has another.
    let units = (0..<(workers == 1 ? 1 : workers + 2)).map { _ in RunUnit() }
    let queue = SourceQueue(files, opener: opener)
    let report = ProgressReporter(files: files, progress: progress)
    try OrderedWorkers.run(
      processors, pieces: units,
      take: { try queue.take(into: $0) },
      process: { processor, unit in
        guard case .records = unit.step, let source = unit.source else { return }
        unit.work.parse()
        processor.process(unit.work.batch, of: source, into: &unit.results)
      },
      merge: { unit in
        switch unit.step {
        case .refused(let findings): merger.refuse(findings)
        case .begin:
          if let source = unit.source { merger.begin(unit.index, source) }
        case .records:
          guard let source = unit.source else { return }
          try merger.merge(unit.index, source, unit.work, unit.results)
          report.show(source: unit.index, records: merger.recordsRead)
        case .end(let ending):
          if let source = unit.source { merger.end(unit.index, source, ending) }
        }
      })
    guard !merger.isRefused else { throw RefusedRun(findings: merger.finishFindings()) }

    let account = FlowAccount(sources: merger.accounts)
    for source in account.sources where !source.balances {
      merger.add([
        Finding(
          .sourceUnbalanced, at: Place(file: source.path),
          "\(source.read) records were read and another number is accounted for",
          remedy: "This is an error in the program. Please report it with the file's form.")
      ])
    }
    let figures = merger.finishFigures()
    findings = merger.finishFindings()
    let facts = RunFacts(merger, asked: asked(shape, files, merger.layouts), shape: shape)
    let listed = try merger.finishList()
    var finishing: BesideWork<(hash: String, bytes: Int)?>?
    if let writer, let registerPath {
      let closing = RegisterClosing(
        meta: [
          "schema": "3", "program": ProgramVersion.current, "dialogue": dialogue.id,
          "registryNumber": dialogue.decisionCase.registryNumber, "at": at.text,
          "codebook": "\(loaded.codebook.id) \(loaded.codebook.version)",
          RunFacts.key: try facts.text(),
        ], sources: merger.sources, questions: merger.questions,
        sensitiveCounts: merger.sensitiveCounts(figures), findings: findings)
      finishing = BesideWork {
        try writer.finish(closing)
        return RunRecord.sha256(ofFile: registerPath)
      }
    }
    return RunMaterial(
      loaded: loaded, shape: shape, account: account, sources: merger.sources,
      labels: facts.labels, askedDimensions: facts.askedDimensions(shape), figures: figures,
      rejections: facts.shownRejections, duplicates: facts.duplicates, listed: listed,
      withoutText: merger.withoutText, lastDay: merger.lastDay, quotations: [],
      findings: findings, at: at, finishing: finishing)
  }

  /// For each channel, the dimensions that one of its sources asks for.
  private func asked(
    _ shape: FigureShape, _ files: [SourceFile], _ layouts: [SourceLayout]
  ) -> [Set<Int>] {
    var asked = Array(repeating: Set<Int>(), count: shape.channels.count)
    for (file, layout) in zip(files, layouts) {
      guard let channel = shape.channel(file.declaration.channel) else { continue }
      for column in layout.background {
        if let dimension = shape.dimensions.firstIndex(where: { $0.id == column.name }) {
          asked[channel].insert(dimension)
        }
      }
    }
    return asked
  }

  private func codebookFindings(_ index: CodebookIndex) -> [Finding] {
    index.problems.map { problem in
      Finding(
        .codebookTerm, at: Place(file: loaded.file.codebook), severity: problem.severity,
        CodebookWords.summary(problem, index.codebook),
        remedy: "Correct the codebook, and raise its version.")
    }
  }
}

/// Tells how far the reading has come.
private final class ProgressReporter: @unchecked Sendable {
  private let sizes: [Int]
  private let total: Int
  private let begun = ContinuousClock.now
  private let progress: @Sendable (RunProgress) -> Void

  init(files: [SourceFile], progress: @escaping @Sendable (RunProgress) -> Void) {
    var sums: [Int] = []
    var sum = 0
    for file in files {
      sums.append(sum)
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.absolutePath)
      sum += (attributes?[.size] as? Int) ?? 0
    }
    sizes = sums
    total = sum
    self.progress = progress
  }

  func show(source: Int, records: Int) {
    let elapsed = ContinuousClock.now - begun
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    progress(
      RunProgress(
        step: .reading, source: source + 1, sources: sizes.count, records: records,
        bytes: sizes.indices.contains(source) ? sizes[source] : 0, totalBytes: total,
        seconds: seconds))
  }
}

import Indicators
import Places
import Reporter
import Store

/// Runs the blocks of notebooks against one database, which is only read.
final class NotebookRun {
  private let session: Session
  private let limits: NotebookLimits
  /// What comparisons and reports are written from: read once, for the first block that needs it.
  private var context: ReportContext?
  private var planContext: ReportContext?

  init(_ session: Session, _ limits: NotebookLimits) {
    self.session = session
    self.limits = limits
  }

  /// What a notebook gave.
  struct Outcome {
    /// The Markdown below each block.
    let results: [String]
    /// The texts of the numbers in sentences.
    let values: [String]
    /// The figures, with paths relative to the notebook.
    let figures: [ReportFile]
  }

  /// Runs all blocks of a notebook.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - stem: its file's name without the ending; its figures stand below `figures/` and this.
  /// - Returns: what stands below each block, and in the sentences.
  /// - Throws: `NotebookError` for the first block that cannot be run.
  func run(_ notebook: Notebook, stem: String) throws -> Outcome {
    var found: [String: BlockResult] = [:]
    var results: [BlockResult] = []
    for block in notebook.blocks {
      try Interruption.check()
      let result =
        block.kind == .sql ? try query(block, stem) : try command(block, stem)
      found[block.name] = result
      results.append(result)
    }
    var values: [String] = []
    for reference in notebook.references {
      guard let result = found[reference.block] else {
        let nearest = Nearest.of(reference.block, among: notebook.blocks.map(\.name))
        let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
        throw NotebookError(
          line: reference.line, "there is no block named '\(reference.block)'\(hint)")
      }
      values.append(try result.text(of: reference))
    }
    return Outcome(
      results: results.map(\.markdown), values: values, figures: results.flatMap(\.figures))
  }

  private func query(_ block: NotebookBlock, _ stem: String) throws -> BlockResult {
    let connection = try session.openDatabase()
    let grid = try NotebookQuery(block: block, limits: limits).rows(connection)
    var result = BlockResult(grid: grid, formats: try NotebookTable.formats(block, grid))
    var parts: [String] = []
    if let figure = try NotebookFigure(block, grid).figure() {
      let path = "figures/\(stem)/\(block.name).svg"
      result.figures.append(ReportFile(path: path, text: figure.render()))
      parts.append(MarkdownText.picture(path, alt: figure.altText).source)
    }
    if block.setting("table")?.value != "none" {
      parts.append(NotebookTable(grid, result.formats).markdown)
    }
    result.markdown = parts.joined(separator: "\n\n")
    return result
  }

  private func command(_ block: NotebookBlock, _ stem: String) throws -> BlockResult {
    let line = try NotebookCommandLine(block)
    do {
      switch line.command.spec.name {
      case "compare":
        let report = try CompareCommand.report(
          line.arguments, try sharedContext(), name: block.name
        ).report
        for refusal in report.refusals { warn(block, refusal) }
        let (markdown, figures) = report.excerpt()
        return result(markdown, figures, block, stem)
      case "report", "plan": return try part(line, block, stem)
      default: return try printed(line, block)
      }
    } catch let error as NotebookError {
      throw error
    } catch let error as StoreError where error.isInterrupted {
      throw NotebookError(
        line: block.line,
        "the command ran longer than \(limits.seconds) s and was stopped; --timeout allows more")
    } catch {
      throw NotebookError(line: block.line, CommandFailure(error).message)
    }
  }

  /// The output of a command that prints rows.
  private func printed(
    _ line: NotebookCommandLine, _ block: NotebookBlock
  ) throws -> BlockResult {
    let capture = Capture()
    var session = Session(
      console: Console(loudness: .normal, allowsColour: false), workspace: session.workspace,
      arguments: line.arguments)
    session.timeLimit = limits.seconds
    let code = try Capture.$current.withValue(capture) {
      try line.command.run(line.arguments, session)
    }
    guard code == .done else {
      throw NotebookError(line: block.line, "the command ended with exit code \(code.rawValue)")
    }
    for words in capture.words.split(separator: "\n") where words.hasPrefix("warning: ") {
      warn(block, String(words.dropFirst(9)))
    }
    let bytes = capture.output
    guard bytes.count(where: { $0 == 10 }) <= limits.rows + 2 else {
      throw NotebookError(
        line: block.line,
        "the command gives more than \(limits.rows) rows; ask for fewer, or allow more with --limit"
      )
    }
    return BlockResult(
      markdown: MarkdownSection.embedded(String(decoding: bytes, as: UTF8.self), figures: ""))
  }

  /// A part of a report or a plan.
  private func part(
    _ line: NotebookCommandLine, _ block: NotebookBlock, _ stem: String
  ) throws -> BlockResult {
    let isPlan = line.command.spec.name == "plan"
    var context = try isPlan ? sharedPlanContext() : sharedContext()
    guard let name = line.arguments.positional.first else {
      throw NotebookError(line: block.line, "'\(line.command.spec.name)' needs PLACE")
    }
    let place = try PlaceArgument.resolve(name, in: context.register)
    context.further = try WithArgument.further(
      line.arguments, beside: place, in: context.register)
    let files =
      isPlan ? PlanReport(context, place).files() : PlaceReport(context, place).files()
    let text = String(
      decoding: files.first { $0.path.hasSuffix(".md") }?.bytes ?? [], as: UTF8.self)
    guard let section = MarkdownSection.find(line.section ?? "", in: text) else {
      throw NotebookError(
        line: block.line,
        "'--section \(line.section ?? "")' fits no heading or more than one; there are: "
          + MarkdownSection.headings(text).joined(separator: " · "))
    }
    let shown = files.filter { $0.path.hasSuffix(".svg") && section.contains("](\($0.path))") }
    return result(section, shown, block, stem)
  }

  /// Markdown and figures of a report, as they stand in this notebook.
  private func result(
    _ markdown: String, _ figures: [ReportFile], _ block: NotebookBlock, _ stem: String
  ) -> BlockResult {
    let prefix = "figures/\(stem)/"
    // What begins with the block's name already needs it no second time.
    let own = figures.allSatisfy { $0.path.hasPrefix("figures/\(block.name)-") }
    let path = own ? prefix : prefix + block.name + "-"
    return BlockResult(
      markdown: MarkdownSection.embedded(markdown, figures: path),
      figures: figures.map {
        ReportFile(path: path + $0.path.dropFirst("figures/".count), bytes: $0.bytes)
      })
  }

  private func warn(_ block: NotebookBlock, _ words: String) {
    session.console.warn("line \(block.line): \(words)")
  }

  private func sharedContext() throws -> ReportContext {
    if let context { return context }
    let made = try ReportSource.context(session)
    context = made
    return made
  }

  private func sharedPlanContext() throws -> ReportContext {
    if let planContext { return planContext }
    let made = try ReportSource.context(session, withPlans: true)
    planContext = made
    return made
  }
}

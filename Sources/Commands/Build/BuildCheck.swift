/// Placeholder.
struct BuildCheck {
  let workspace: Workspace
  let console: Console
  func run(_ inputs: BuildInputs) throws -> ExitCode { .done }
}

/// All commands, in the order of the help.
enum CommandList {
  /// One row for each command.
  static var all: [any Command.Type] {
    [
      BuildCommand.self, InspectCommand.self, ImportCommand.self, SourcesCommand.self,
      RejectsCommand.self, PlacesCommand.self, IndicatorsCommand.self, ValuesCommand.self,
      CompareCommand.self, ReportCommand.self, PlanCommand.self, ExplainCommand.self,
      NotebookCommand.self, ExportCommand.self, InitCommand.self,
      VerifyCommand.self, AdoptCommand.self,
      ForgetCommand.self,
      SQLCommand.self, CalcCommand.self, DiffCommand.self, HelpCommand.self,
    ]
  }

  /// The command of a name, or nil.
  static func named(_ name: String) -> (any Command.Type)? { all.first { $0.spec.name == name } }
}

using Harvis.Model.Diagnostics;

namespace Harvis.Examples;

// <diagnostic>
sealed class OwnDiagnostic : HarvisBuild
{
    static readonly DiagnosticCode FrozenCode = new(6901);

    Target Release => _ => _
        .Retry(3)
        .Executes((run, _) =>
        {
            var freeze = Path.Combine(run.Root, "FREEZE");
            if (!File.Exists(freeze)) return Task.CompletedTask;
            var names = NearestName.Hint("mian", ["main", "develop"]); // Did you mean "main"?
            throw new DiagnosticException(new Diagnostic(FrozenCode, "Nothing is released during the freeze.", $"Remove the file FREEZE. {names}")
            {
                Location = new SourceLocation("FREEZE"),
            });
        });
}
// </diagnostic>

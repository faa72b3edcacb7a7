using Harvis.Engine.Logging;
using Harvis.Engine.Processes;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>The words of provisioning: the plan first, then each thing before it is done.</summary>
sealed class ProvisionLog(IRunLog log)
{
    public void NothingToDo() => log.Info("Everything that is needed is here.");

    public void Plan(ProvisionPlan plan) =>
        log.Info("Provisioning will:\n" + string.Join('\n', plan.Steps.Select((step, i) => FormattableString.Invariant($"  {i + 1}. {step.Title}"))));

    public void DryRun(IEnumerable<string> commands) => log.Info("It would run:\n" + string.Join('\n', commands.Select(command => "  " + command)));

    public void Starting(ProvisionStep step) => log.Info($"Now: {step.Title}.");

    public void Running(ProcessCommand command) => log.Info($"$ {command}");

    public void Retrying(ProcessCommand command, string reason, TimeSpan delay) =>
        log.Warning(FormattableString.Invariant($"{Name(command)} met \"{reason}\"; again in {delay.TotalSeconds:0.#} s."));

    public void Done(ProvisionStep step, TimeSpan took) =>
        log.Info(FormattableString.Invariant($"Done in {took.TotalSeconds:0.0} s: {step.Title}."));

    public void Note(string text) => log.Info(text);

    public void Warn(string text) => log.Warning(text);

    public void Fail(string text) => log.Error(text);

    static string Name(ProcessCommand command) =>
        command.Arguments.FirstOrDefault(word => word is "update" or "install" or "download") is { } verb ? $"apt-get {verb}" : command.Program;
}

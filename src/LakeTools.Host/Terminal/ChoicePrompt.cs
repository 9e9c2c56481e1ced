using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace LakeTools.Host.Terminal;

/// <summary>Asks for one of several choices: <c>[Y] Yes  [N] No  [?] Help (default is "Y"):</c></summary>
internal sealed class ChoicePrompt(PSHostUserInterface terminal, TerminalInput input)
{
    public int Ask(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        var labels = choices.Select(ChoiceLabel.Parse).ToArray();
        terminal.WriteLine("");
        if (!string.IsNullOrEmpty(caption)) terminal.WriteLine(PSStyle.Instance.Bold + caption + PSStyle.Instance.Reset);
        if (!string.IsNullOrEmpty(message)) terminal.WriteLine(message);
        while (true)
        {
            terminal.Write(Question(labels, defaultChoice));
            var answer = input.DemandLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0) return defaultChoice;
            if (answer == "?")
            {
                foreach (var (label, choice) in labels.Zip(choices)) terminal.WriteLine($"{label.Key} - {choice.HelpMessage}");
                continue;
            }

            int chosen = Array.FindIndex(labels, label => label.Is(answer));
            if (chosen >= 0) return chosen;
        }
    }

    private static string Question(ChoiceLabel[] labels, int defaultChoice)
    {
        var shown = string.Join("  ", labels.Select(label => $"[{label.Key}] {label.Text}").Append("[?] Help"));
        return defaultChoice < 0 ? shown + ": " : $"{shown} (default is \"{labels[defaultChoice].Key}\"): ";
    }
}

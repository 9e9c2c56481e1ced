using System.Management.Automation.Host;

namespace LakeTools.Host.Terminal;

/// <summary>A choice as it is shown and typed: <c>Yes to &amp;All</c> is 'Yes to All', and A is enough.</summary>
internal sealed record ChoiceLabel(string Key, string Text)
{
    public static ChoiceLabel Parse(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&');
        var text = choice.Label.Replace("&", "", StringComparison.Ordinal);
        return new ChoiceLabel(mark >= 0 && mark < text.Length ? text.Substring(mark, 1).ToUpperInvariant() : text, text);
    }

    public bool Is(string answer) =>
        answer.Equals(Key, StringComparison.OrdinalIgnoreCase) || answer.Equals(Text, StringComparison.OrdinalIgnoreCase);
}

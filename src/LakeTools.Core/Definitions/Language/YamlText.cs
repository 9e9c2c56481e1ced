using System.Buffers;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace LakeTools.Core.Definitions.Language;

/// <summary>
/// Quotes the texts that a reader of YAML 1.1 takes for something else: <c>no</c> for a truth, <c>1_000</c> and <c>12:30:45</c> for
/// numbers, <c>2026-01-31</c> for a date. Editors, Python and Ruby read YAML 1.1. A text that resembles a number is quoted even if no
/// version takes it for one, because quotes do no harm. Source: YAML 1.1, language-independent types (yaml.org/type).
/// </summary>
/// <param name="next">Writes the text.</param>
internal sealed partial class YamlText(IEventEmitter next) : ChainedEventEmitter(next)
{
    // Line breaks that a reader of YAML turns into a line feed, unless they are escaped.
    private static readonly SearchValues<char> s_otherBreaks = SearchValues.Create("\r\u0085\u2028\u2029");

    /// <inheritdoc/>
    public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
    {
        if (eventInfo.Source.Value is string text && (IsAmbiguous(text) || text.AsSpan().IndexOfAny(s_otherBreaks) >= 0))
            eventInfo.Style = ScalarStyle.DoubleQuoted;
        base.Emit(eventInfo, emitter);
    }

    /// <summary>Returns whether a plain text may be taken for something else.</summary>
    /// <param name="text">The text.</param>
    internal static bool IsAmbiguous(string text) => Word().IsMatch(text) || Number().IsMatch(text);

    [GeneratedRegex("^(y|n|yes|no|on|off|true|false|null|~|<<|=)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^[-+]?(\.(inf|nan)|0[xob][0-9a-f_]+|[.0-9][0-9_.,:eE+\-TtZz ]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

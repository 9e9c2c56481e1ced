using System.Globalization;

namespace LakeTools.Host;

/// <summary>
/// The invariant culture under the name of English: the engine breaks the lines of help at words only for the languages that it knows
/// by their code, and under InvariantGlobalization a culture has none.
/// </summary>
internal sealed class EnglishCulture() : CultureInfo("en-US")
{
    /// <inheritdoc/>
    public override string TwoLetterISOLanguageName => "en";
}

namespace LakeTools.Core.Data.Cells;

/// <summary>Reads a value from its text.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="text">The text, without blanks around it and not empty.</param>
/// <param name="value">The value.</param>
/// <returns>False if the text is not a value of the type.</returns>
internal delegate bool CellParser<T>(ReadOnlySpan<char> text, out T value)
    where T : struct;

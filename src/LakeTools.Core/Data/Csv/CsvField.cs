namespace LakeTools.Core.Data.Csv;

/// <summary>A field, as a place in the buffer that it was found in.</summary>
/// <param name="Start">The position of the field's first character.</param>
/// <param name="Length">The length of the field's text, without quotes.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct CsvField(int Start, int Length, CsvFieldForm Form);

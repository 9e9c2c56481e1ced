using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Export;

/// <summary>One of the rows that come first, and decide the types of the columns.</summary>
/// <param name="Values">A value a column.</param>
/// <param name="Columns">The columns as the source of each value describes them; null if no source does.</param>
/// <param name="Row">The row as the user has it, for errors; null if that is the values.</param>
public sealed record SampleRow(IReadOnlyList<object?> Values, IReadOnlyList<DataColumn?>? Columns, object? Row);

namespace LakeTools;

/// <summary>The place of a row that could not be read: the target of an error <c>BadRow</c>.</summary>
/// <param name="Path">The file or object, such as <c>s3://my-lake/raw/a.csv</c>.</param>
/// <param name="Line">The line on which the row begins; the file's first line is 1.</param>
/// <param name="Column">The name of the column at fault, or its position (from 1) where it has no name.</param>
/// <param name="Reason">The reason of the row's fault.</param>
public sealed record LakeBadRow(string Path, long Line, string Column, string Reason);

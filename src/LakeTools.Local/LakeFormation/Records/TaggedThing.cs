namespace LakeTools.Local.LakeFormation.Records;

/// <summary>A resource that LF-Tags are assigned to: a database, a table, or a column.</summary>
/// <param name="Database">The database.</param>
/// <param name="Table">The table; empty for the database itself.</param>
/// <param name="Column">The column; empty for the table itself.</param>
internal readonly record struct TaggedThing(string Database, string Table = "", string Column = "");

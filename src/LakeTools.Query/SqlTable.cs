using System.Text.Json;

namespace LakeTools.Query;

/// <summary>A table that a statement names.</summary>
/// <param name="DatabaseName">Its database, in lower case.</param>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Offset">The place of its first name: bytes from the statement's start.</param>
/// <param name="IsMaybeCte">True if the name alone is there, and a common table expression has it too, so there need be no such
/// table.</param>
/// <param name="Conditions">
/// The conditions for its rows, as parsed expressions joined by AND. Empty if the table is named more than once, because the view of
/// it is one.
/// </param>
internal sealed record SqlTable(string DatabaseName, string Name, long Offset, bool IsMaybeCte, IReadOnlyList<JsonElement> Conditions);

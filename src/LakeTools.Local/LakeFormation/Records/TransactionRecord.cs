namespace LakeTools.Local.LakeFormation.Records;

/// <summary>A transaction. Nothing is written under it here: governed tables are gone from AWS, and the lake never had them.</summary>
/// <param name="Number">The order of starts.</param>
/// <param name="Id">Its id.</param>
/// <param name="Status">ACTIVE, COMMITTED or ABORTED.</param>
/// <param name="Started">Milliseconds since 1970.</param>
/// <param name="Ended">Milliseconds since 1970; null while it is active.</param>
internal sealed record TransactionRecord(long Number, string Id, string Status, long Started, long? Ended)
{
    public const string Active = "ACTIVE";
    public const string Committed = "COMMITTED";
    public const string Aborted = "ABORTED";
}

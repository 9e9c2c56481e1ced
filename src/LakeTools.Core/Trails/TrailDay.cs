namespace LakeTools.Core.Trails;

/// <summary>A folder with the files of one account, region and day.</summary>
/// <param name="Prefix">The keys' beginning, with a slash at its end.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">The region.</param>
/// <param name="Day">The day, in UTC.</param>
internal sealed record TrailDay(string Prefix, string AccountId, string Region, DateOnly Day);

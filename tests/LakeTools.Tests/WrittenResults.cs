using LakeTools.Core.Calls;

namespace LakeTools.Tests;

/// <summary>Reads the results of changes, as commands do that write them.</summary>
internal static class WrittenResults
{
    public static async Task<T> ReadAsync<T>(this Task<Written<T>> change, CancellationToken cancellationToken) =>
        await (await change).ReadAsync(cancellationToken);
}

namespace LakeTools.Core.Definitions.Journals;

/// <summary>Keeps journals: a folder, or a place in S3.</summary>
public interface IJournalStore
{
    /// <summary>The folder, or the s3:// prefix.</summary>
    string Location { get; }

    /// <summary>The names of all entries, such as <c>sales/000001.jsonl</c>.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The names.</returns>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Creates an entry, unless there is one of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">What it begins with.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>False where there is one of that name.</returns>
    Task<bool> CreateAsync(string name, string text, CancellationToken cancellationToken);

    /// <summary>Adds to an entry; it is on disk when this returns.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">What is added.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The work.</returns>
    Task AppendAsync(string name, string text, CancellationToken cancellationToken);

    /// <summary>Adds the end of an entry, after which nothing follows; it is on disk when this returns.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">What is added.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The work.</returns>
    Task EndAsync(string name, string text, CancellationToken cancellationToken);

    /// <summary>Reads an entry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What it holds; null where there is none of that name.</returns>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);
}

namespace LakeTools.Core.Definitions.Journals;

/// <summary>Stores journals: in a folder or in S3.</summary>
public interface IJournalStore
{
    /// <summary>The folder, or the s3:// prefix.</summary>
    string Location { get; }

    /// <summary>The names of all entries, such as <c>sales/000001.jsonl</c>.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The names.</returns>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Creates an entry, if there is none with that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The first part of its text.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>False if the name is in use.</returns>
    Task<bool> CreateAsync(string name, string text, CancellationToken cancellationToken);

    /// <summary>Appends to an entry. The text is on disk when this returns.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text to append.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The work.</returns>
    Task AppendAsync(string name, string text, CancellationToken cancellationToken);

    /// <summary>Appends the last part of an entry. The text is on disk when this returns.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text to append.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The work.</returns>
    Task EndAsync(string name, string text, CancellationToken cancellationToken);

    /// <summary>Reads an entry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Its text. Null if there is no entry with that name.</returns>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);
}

using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Broken bytes make their readers stumble in many ways: each means that the file is broken.</summary>
internal static class ParquetGuard
{
    /// <summary>Reads something that is in memory.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <returns>The result of the read.</returns>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static T Run<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is not (InvalidDataException or LakeException or OperationCanceledException))
        {
            throw new InvalidDataException($"its bytes are not valid ({error.Message})", error);
        }
    }
}

using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>Maps errors of Glue to the partitions of a request.</summary>
internal static class PartitionErrors
{
    /// <summary>The error of one partition. The partition is its target.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="code">Glue's code.</param>
    /// <param name="message">Glue's text.</param>
    /// <param name="cause">The exception. Null if Glue listed the error in its response.</param>
    public static LakeException Of(GluePartition partition, string? code, string? message, Exception? cause)
    {
        var name = $"{partition.DatabaseName}.{partition.TableName}";
        var values = string.Join(", ", partition.Value);
        return code switch
        {
            "EntityNotFoundException" => Fault.PartitionNotFound(partition, name, values, inner: cause),
            "AlreadyExistsException" => Fault.PartitionExists(partition, name, values, inner: cause),
            "AccessDeniedException" =>
                CatalogErrors.TableDenied(partition, partition.DatabaseName, partition.TableName, message, cause),
            null => Failed(),
            _ when EntryFailure.IsTransientCode(code) => Failed(),
            _ => Fault.PartitionInvalid(partition, name, values, message, inner: cause),
        };

        LakeException Failed() =>
            SdkErrors.OfItem(code, message, "Glue", $"the partition ({values}) of '{name}'", partition);
    }

    /// <summary>The outcome for a partition.</summary>
    public static PartitionOutcome Outcome(GluePartition partition, EntryFailure? failure) =>
        new(partition, failure is null ? null : Of(partition, failure.Code, failure.Message, null));

    /// <summary>Whether it is not known which partitions of the batch were done: an error does not name its partition.</summary>
    public static bool IsUnclear(List<PartitionError>? errors) => errors?.Exists(error => error.PartitionValues is null) == true;

    /// <summary>The failures of partitions, by their position.</summary>
    /// <param name="partitions">The values of the partitions in the request.</param>
    /// <param name="errors">The errors of the response; null for none.</param>
    public static IReadOnlyDictionary<int, EntryFailure> Failures(IReadOnlyList<IReadOnlyList<string>> partitions,
        List<PartitionError>? errors) => BatchTries.ByItem(partitions.Count, (errors ?? []).Select(error => (
            error.PartitionValues is { } values ? partitions.ToList().FindIndex(partition => partition.SequenceEqual(values)) : -1,
            new EntryFailure(error.ErrorDetail?.ErrorCode, error.ErrorDetail?.ErrorMessage))));

    /// <summary>
    /// The outcomes of calls, and those of the partitions that came more than once, which are not sent again: Glue tells errors by the
    /// values of a partition, so those of the second one would be the errors of both.
    /// </summary>
    /// <param name="repeated">The partitions that came before.</param>
    /// <param name="code">The error code that Glue has for them.</param>
    /// <param name="calls">The outcomes of the calls.</param>
    public static async IAsyncEnumerable<PartitionOutcome> WithAsync(
        List<GluePartition> repeated, string code, IAsyncEnumerable<List<PartitionOutcome>> calls)
    {
        var failed = new Dictionary<string, LakeException>(StringComparer.Ordinal);
        await foreach (var outcomes in calls.ConfigureAwait(false))
        {
            foreach (var outcome in outcomes)
            {
                if (outcome.Error is { } error) failed[Key(outcome.Partition.Value)] = error;
                yield return outcome;
            }
        }

        foreach (var partition in repeated)
            yield return new PartitionOutcome(
                partition, failed.GetValueOrDefault(Key(partition.Value)) ?? Of(partition, code, null, null));
    }

    /// <summary>A text that only the same values have.</summary>
    public static string Key(IReadOnlyList<string> values) => string.Concat(values.Select(value => $"{value.Length}:{value}"));
}

using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>Maps errors of Glue to errors of a partition.</summary>
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
                Fault.TableAccessDenied(partition, partition.DatabaseName, partition.TableName, message, inner: cause),
            null => Failed(),
            _ when EntryFailure.IsTransientCode(code) => Failed(),
            _ => Fault.PartitionInvalid(partition, name, values, message, inner: cause),
        };

        LakeException Failed() =>
            SdkErrors.OfItem(code, message, "Glue", $"the partition ({values}) of '{name}'", partition);
    }
}

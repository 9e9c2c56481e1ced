using LakeTools.Core.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>Says what Glue's answers mean for a partition.</summary>
internal static class PartitionErrors
{
    /// <summary>The error of one partition. The partition is its target.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="code">Glue's code.</param>
    /// <param name="message">Glue's text.</param>
    /// <param name="cause">What was thrown, or null where Glue listed the error in its answer.</param>
    public static LakeException Of(GluePartition partition, string? code, string? message, Exception? cause)
    {
        var name = $"{partition.DatabaseName}.{partition.TableName}";
        var values = string.Join(", ", partition.Value);
        return code switch
        {
            "EntityNotFoundException" => new LakeException(cause, nameof(Errors.Errors.PartitionNotFound), LakeErrorCategory.NotFound,
                partition,
                Errors.Errors.PartitionNotFound, name, values),
            "AlreadyExistsException" => new LakeException(cause, nameof(Errors.Errors.PartitionExists), LakeErrorCategory.Exists, partition,
                Errors.Errors.PartitionExists, name, values),
            "AccessDeniedException" => new LakeException(cause, nameof(Errors.Errors.TableAccessDenied), LakeErrorCategory.PermissionDenied,
                partition,
                Errors.Errors.TableAccessDenied, partition.DatabaseName, partition.TableName, message),
            _ => new LakeException(cause, nameof(Errors.Errors.PartitionInvalid), LakeErrorCategory.InvalidArgument, partition,
                Errors.Errors.PartitionInvalid, name, values, message),
        };
    }
}

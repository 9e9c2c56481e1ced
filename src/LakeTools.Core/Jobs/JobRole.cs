namespace LakeTools.Core.Jobs;

/// <summary>The role of a job as Glue takes it.</summary>
internal static class JobRole
{
    private const string Prefix = "role/";

    /// <summary>Completes <c>role/name</c> to an ARN: Glue takes a role's name or ARN, and a path is part of the ARN only.</summary>
    public static async Task<string> ResolveAsync(LakeConnection connection, string role, CancellationToken cancellationToken)
    {
        if (!role.StartsWith(Prefix, StringComparison.Ordinal)) return role;
        return $"arn:{connection.Home.Partition}:iam::{await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false)}:{role}";
    }
}

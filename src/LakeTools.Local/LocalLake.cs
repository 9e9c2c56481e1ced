namespace LakeTools.Local;

/// <summary>An AWS in a folder: Lake Formation that enforces, Glue, Secrets Manager, S3, STS, IAM and logs.</summary>
public sealed class LocalLake
{
}

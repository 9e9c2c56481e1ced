namespace LakeTools.Core.Connection;

/// <summary>The AWS services that LakeTools calls, with the names for <c>Connect-Lake -Endpoint</c>.</summary>
public enum LakeService
{
    /// <summary>AWS Lake Formation.</summary>
    LakeFormation,

    /// <summary>AWS Glue.</summary>
    Glue,

    /// <summary>AWS Secrets Manager.</summary>
    SecretsManager,

    /// <summary>Amazon S3.</summary>
    S3,

    /// <summary>AWS Security Token Service.</summary>
    Sts,

    /// <summary>AWS Identity and Access Management.</summary>
    Iam,

    /// <summary>Amazon CloudWatch Logs.</summary>
    Logs,

    /// <summary>Amazon EC2, for VPC endpoints.</summary>
    Ec2,

    /// <summary>AWS Resource Access Manager, for shares between accounts.</summary>
    Ram,

    /// <summary>AWS CloudTrail, for events of data access.</summary>
    CloudTrail,

    /// <summary>Amazon Athena, for queries.</summary>
    Athena,
}

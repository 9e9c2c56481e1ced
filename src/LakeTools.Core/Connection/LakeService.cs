namespace LakeTools.Core.Connection;

/// <summary>The AWS services that LakeTools calls; the names that <c>Connect-Lake -Endpoint</c> takes.</summary>
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

    /// <summary>AWS Resource Access Manager, for what accounts share with each other.</summary>
    Ram,

    /// <summary>AWS CloudTrail, for who got which data.</summary>
    CloudTrail,

    /// <summary>Amazon Athena, for queries.</summary>
    Athena,
}

namespace LakeTools.Core.Endpoints;

/// <summary>The services that a lake reaches through VPC endpoints.</summary>
public enum VpcService
{
    /// <summary>AWS Lake Formation.</summary>
    LakeFormation,

    /// <summary>AWS Glue.</summary>
    Glue,

    /// <summary>AWS Secrets Manager.</summary>
    SecretsManager,

    /// <summary>Amazon S3, by a gateway.</summary>
    S3,
}

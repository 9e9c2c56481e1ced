namespace LakeTools.Core.Permissions.Checks;

/// <summary>The engines that read a table for a principal.</summary>
public enum AccessEngine
{
    /// <summary>Amazon Athena SQL.</summary>
    Athena,

    /// <summary>A Spark job of AWS Glue, which runs as the principal.</summary>
    Glue,

    /// <summary>Amazon Redshift Spectrum, with the principal as the role of its external schema.</summary>
    RedshiftSpectrum,

    /// <summary>Apache Spark on Amazon EMR, with the principal as its runtime role.</summary>
    Emr,
}

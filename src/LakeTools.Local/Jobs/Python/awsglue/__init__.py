"""What the embedded lake has of AWS Glue's Python library: awsglue.utils."""

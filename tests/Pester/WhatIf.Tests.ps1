# -WhatIf does not promise what the same command refuses before any call.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket whatif
    $null = New-GlueDatabase d1
    $null = New-GlueTable d1 t1 -Column 'id:int' -Location s3://whatif/t1/
    $null = New-LakeRole r1
    Register-LakeLocation s3://whatif/ -RoleArn role/r1
    $row = [pscustomobject]@{ id = 1 }
}

AfterAll { Disconnect-Lake }

Describe '-WhatIf' {
    It 'refuses <Name>' -ForEach @(
        @{ Name = 'an administrator to add'; Id = 'InvalidPrincipal'; Do = { Add-LakeAdministrator 'text' -WhatIf } }
        @{ Name = 'an administrator to remove'; Id = 'InvalidPrincipal'; Do = { Remove-LakeAdministrator 'text' -WhatIf } }
        @{ Name = 'administrators'; Id = 'InvalidPrincipal'; Do = { Set-LakeSetting -Administrator 'text' -WhatIf } }
        @{ Name = 'read-only administrators'; Id = 'InvalidPrincipal'; Do = { Set-LakeSetting -ReadOnlyAdministrator '111122223333' -WhatIf } }
        @{ Name = 'the role of a new location'; Id = 'InvalidRole'; Do = { Register-LakeLocation s3://whatif/a/ -RoleArn 'user/x' -WhatIf } }
        @{ Name = 'a bucket of a new location'; Id = 'BucketNameInvalid'; Do = { Register-LakeLocation s3://No_Bucket/a/ -UseServiceLinkedRole -WhatIf } }
        @{ Name = 'the role of a location'; Id = 'InvalidRole'; Do = { Set-LakeLocation s3://whatif/ -RoleArn 'user/x' -WhatIf } }
        @{ Name = 'the location of a new database'; Id = 'BucketNameInvalid'; Do = { New-GlueDatabase d2 -LocationUri s3://No_Bucket/ -WhatIf } }
        @{ Name = 'the location of a database'; Id = 'BucketNameInvalid'; Do = { Set-GlueDatabase d1 -LocationUri s3://No_Bucket/ -WhatIf } }
        @{ Name = 'the target of a database'; Id = 'CatalogNameInvalid'; Do = { New-GlueDatabase d2 -TargetDatabaseName 'a*' -WhatIf } }
        @{ Name = 'the URI of an export'; Id = 'InvalidS3Uri'; Do = { $row | Export-LakeData nonsense -WhatIf } }
        @{ Name = 'the format of an export'; Id = 'FormatNotSupported'; Do = { $row | Export-LakeData s3://whatif/a/ -Format xml -WhatIf } }
        @{ Name = 'the compression of an export'; Id = 'CompressionNotSupported'; Do = { $row | Export-LakeData s3://whatif/a.csv -Compression Snappy -WhatIf } }
        @{ Name = 'the mode of an export'; Id = 'AppendToObject'; Do = { $row | Export-LakeData s3://whatif/a.csv -Mode Append -WhatIf } }
        @{ Name = 'the format of an export to a table'; Id = 'FormatNotSupported'
           Do = { $row | Export-LakeData -DatabaseName d1 -TableName t1 -Format xml -WhatIf } }
        @{ Name = 'the name of a new secret'; Id = 'InvalidSecretName'; Do = { New-LakeSecret 'a b' x -WhatIf } }
        @{ Name = 'the name of a secret to set'; Id = 'InvalidSecretName'; Do = { Set-LakeSecret 'a b' x -WhatIf } }
        @{ Name = 'the name of a secret to remove'; Id = 'InvalidSecretName'; Do = { Remove-LakeSecret 'a b' -WhatIf } }
        @{ Name = 'the name of a secret to restore'; Id = 'InvalidSecretName'; Do = { Restore-LakeSecret 'a b' -WhatIf } }
        @{ Name = 'the name of a secret to undo'; Id = 'InvalidSecretName'; Do = { Undo-LakeSecret 'a b' -WhatIf } }
        @{ Name = 'the name of a secret to rotate'; Id = 'InvalidSecretName'; Do = { Start-LakeSecretRotation 'a b' -WhatIf } }
        @{ Name = 'the name of a secret to stop'; Id = 'InvalidSecretName'; Do = { Stop-LakeSecretRotation 'a b' -WhatIf } }
        @{ Name = 'the name of a secret of a policy'; Id = 'InvalidSecretName'; Do = { Set-LakeSecretPolicy 'a b' '{}' -WhatIf } }
        @{ Name = 'the name of a secret without a policy'; Id = 'InvalidSecretName'; Do = { Remove-LakeSecretPolicy 'a b' -WhatIf } }
        @{ Name = 'the name of a secret to replicate'; Id = 'InvalidSecretName'; Do = { Add-LakeSecretReplica 'a b' eu-west-1 -WhatIf } }
        @{ Name = 'the name of a secret with a replica'; Id = 'InvalidSecretName'; Do = { Remove-LakeSecretReplica 'a b' eu-west-1 -WhatIf } }
        @{ Name = 'an empty secret'; Id = 'SecretIdEmpty'; Do = { Remove-LakeSecret '' -WhatIf } }
    ) {
        $ErrorActionPreference = 'Stop'
        $Do | Should -Throw -ErrorId "LakeTools.$Id,*"
    }

    It 'writes nothing of an export' {
        $row | Export-LakeData s3://whatif/a/ -WhatIf
        Get-LakeObject s3://whatif/ | Should -BeNullOrEmpty
    }

    It 'accepts the ARN of a secret' {
        $arn = (New-LakeSecret app/db x).Arn
        { Remove-LakeSecret $arn -WhatIf -ErrorAction Stop } | Should -Not -Throw
    }
}

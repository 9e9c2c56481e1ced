BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Permissions'
}

AfterAll { Disconnect-Lake }

Describe 'Register-LakeLocation' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-LakeBucket one | Out-Null
        New-LakeBucket two | Out-Null
    }

    It 'registers an address with Lake Formation''s own role' {
        Register-LakeLocation s3://one/ -UseServiceLinkedRole | Should -BeNullOrEmpty
        $location = Get-LakeLocation s3://one/
        $location | Should -BeOfType ([LakeTools.LakeLocation])
        $location.Path | Should -Be 's3://one'
        $location.ResourceArn | Should -Be 'arn:aws:s3:::one'
        $location.RoleArn | Should -Not -BeNullOrEmpty
        $location.HybridAccess | Should -BeFalse
    }

    It 'registers an ARN with a role, which is completed' {
        $location = Register-LakeLocation arn:aws:s3:::one/raw -RoleArn role/LakeData -HybridAccess -PassThru
        $location.Path | Should -Be 's3://one/raw'
        $location.RoleArn | Should -Be 'arn:aws:iam::000000000000:role/LakeData'
        $location.HybridAccess | Should -BeTrue
    }

    It 'refuses one that is registered, and goes on' {
        Register-LakeLocation s3://one/ -UseServiceLinkedRole
        Register-LakeLocation s3://one/, s3://two/ -UseServiceLinkedRole -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.LocationExists,$command.RegisterLakeLocationCommand"
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        (Get-LakeLocation).Path | Should -Be @('s3://one', 's3://two')
    }

    It 'refuses what is no location, before any call' {
        { Register-LakeLocation ./data -UseServiceLinkedRole -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.InvalidDataLocation,$command.RegisterLakeLocationCommand"
    }

    It 'changes nothing with -WhatIf' {
        Register-LakeLocation s3://one/ -UseServiceLinkedRole -WhatIf
        Get-LakeLocation | Should -BeNullOrEmpty
    }
}

Describe 'Get-, Set- and Unregister-LakeLocation' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-LakeBucket one | Out-Null
        Register-LakeLocation s3://one/raw, s3://one/work -RoleArn role/LakeData
    }

    It 'finds by wildcards' {
        (Get-LakeLocation s3://one/w*).Path | Should -Be 's3://one/work'
        Get-LakeLocation s3://two* | Should -BeNullOrEmpty
    }

    It 'says what is not registered' {
        { Get-LakeLocation s3://one/none -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.LocationNotFound,$command.GetLakeLocationCommand"
        { Unregister-LakeLocation s3://one/none -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.LocationNotFound,$command.UnregisterLakeLocationCommand"
    }

    It 'changes only what is named' {
        $location = Set-LakeLocation s3://one/raw -HybridAccess -PassThru
        $location.HybridAccess | Should -BeTrue
        $location.RoleArn | Should -Be 'arn:aws:iam::000000000000:role/LakeData'
    }

    It 'unregisters from the pipeline' {
        Get-LakeLocation s3://one/raw | Unregister-LakeLocation -Confirm:$false
        (Get-LakeLocation).Path | Should -Be 's3://one/work'
    }

    It 'unregisters nothing with -WhatIf' {
        Get-LakeLocation | Unregister-LakeLocation -WhatIf
        Get-LakeLocation | Should -HaveCount 2
    }
}

Describe 'Locations that are not in S3' {
    BeforeAll {
        $buckets = 'arn:aws:s3tables:eu-central-1:111122223333:bucket/*'
        $one = 'arn:aws:s3tables:eu-central-1:111122223333:bucket/sales'
        function New-File([string] $Text) {
            $file = Join-Path $TestDrive "$([guid]::NewGuid()).yaml"
            Set-Content $file $Text
            $file
        }
    }

    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    It 'are registered, listed, changed and taken away by their ARN: <_>' -ForEach @(
        'arn:aws:s3tables:eu-central-1:111122223333:bucket/*'
        'arn:aws:s3tables:eu-central-1:111122223333:bucket/sales'
        'arn:aws:redshift:us-east-1:111122223333:datashare:cd8d91b5-0c17-4567-a52a-59f1bdda71cd/ds_internal_namespace'
        'arn:aws:redshift-serverless:us-east-1:111122223333:namespace/cd8d91b5-0c17-4567-a52a-59f1bdda71cd'
        'arn:aws:glue:us-east-1:111122223333:connection/dynamo'
    ) {
        $made = Register-LakeLocation $_ -RoleArn role/federation -WithFederation -PrivilegedAccess -ExpectedOwnerAccountId 111122223333 -PassThru
        $made.Path | Should -Be $_
        $made.ResourceArn | Should -Be $_
        $made.WithFederation | Should -BeTrue
        $made.PrivilegedAccess | Should -BeTrue
        $made.ExpectedOwnerAccount | Should -Be 111122223333
        (Get-LakeLocation).ResourceArn | Should -Be $_
        (Set-LakeLocation $_ -ExpectedOwnerAccountId 444455556666 -PassThru).ExpectedOwnerAccount | Should -Be 444455556666
        Unregister-LakeLocation $_ -Confirm:$false
        Get-LakeLocation | Should -BeNullOrEmpty
    }

    It 'are none: <_>' -ForEach 'arn:aws:s3tables:eu-central-1:1111:bucket/a', 'arn:aws:s3tables:eu-central-1:111122223333:table/a', 'arn:aws:sqs:us-east-1:111122223333:q' {
        { Register-LakeLocation $_ -RoleArn role/federation -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidDataLocation,*'
    }

    It 'have an owner of twelve digits' {
        { Register-LakeLocation $one -RoleArn role/federation -ExpectedOwnerAccountId me -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.OwnerAccountInvalid,*'
        Get-LakeLocation | Should -BeNullOrEmpty
    }

    It 'are granted on, and one table bucket lies under all of them' {
        { Grant-LakePermission -Principal role/a -Permission DATA_LOCATION_ACCESS -DataLocation $one -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.LocationNotRegistered,*'
        Register-LakeLocation $buckets -RoleArn role/federation -WithFederation
        Grant-LakePermission -Principal role/a -Permission DATA_LOCATION_ACCESS -DataLocation $one
        Grant-LakePermission -Principal role/b -Permission DATA_LOCATION_ACCESS -DataLocation $buckets
        (Get-LakePermission role/a).DataLocation | Should -Be $one
        (Test-LakePermission -Principal role/b -Permission DATA_LOCATION_ACCESS -DataLocation $one).Allowed | Should -BeTrue
        (Test-LakePermission -Principal role/a -Permission DATA_LOCATION_ACCESS -DataLocation $buckets).Allowed | Should -BeFalse
        Revoke-LakePermission -Principal role/a -Permission DATA_LOCATION_ACCESS -DataLocation $one
        Get-LakePermission role/a | Should -BeNullOrEmpty
    }

    It 'vend no keys for S3' {
        Register-LakeLocation $one -RoleArn role/federation
        { Get-LakeTemporaryCredential -Path $one -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidDataLocation,*'
    }

    It 'are exported, compared, changed and taken away by definitions' {
        Register-LakeLocation $buckets -RoleArn role/federation -WithFederation -PrivilegedAccess
        Grant-LakePermission -Principal role/b -Permission DATA_LOCATION_ACCESS -DataLocation $buckets
        $export = Export-LakeDefinition
        Test-LakeDefinition (New-File ($export -join "`n")) -Quiet | Should -BeTrue
        (Compare-LakeDefinition (New-File ($export -join "`n"))).HasChanges | Should -BeFalse

        $head = "lake: 1`nname: federated`nowns: [ { location: 'arn:aws:s3tables:*' } ]`n"
        $text = "${head}locations: [ { path: '$one', role: role/federation, withPrivilegedAccess: true, expectedOwnerAccount: '111122223333' } ]"
        (Publish-LakeDefinition (New-File $text) -Force).Status | Should -Be Done
        $location = Get-LakeLocation
        $location.Path | Should -Be $one
        $location.PrivilegedAccess | Should -BeTrue
        $location.ExpectedOwnerAccount | Should -Be 111122223333
        $less = "${head}locations: [ { path: '$one', role: role/federation, withPrivilegedAccess: false } ]"
        (Publish-LakeDefinition (New-File $less) -Force).Status | Should -Be Done
        (Get-LakeLocation).PrivilegedAccess | Should -BeFalse
        (Get-LakeLocation).ExpectedOwnerAccount | Should -Be 111122223333
        (Compare-LakeDefinition (New-File $less)).HasChanges | Should -BeFalse
    }
}

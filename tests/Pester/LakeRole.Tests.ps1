BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Roles'
}

AfterAll { Disconnect-Lake }

Describe 'New-LakeRole' {
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n')); Connect-Lake -Local $folder }

    It 'makes a role for Glue with its managed policy and a policy for the paths' {
        $role = New-LakeRole Loader -Path s3://sales-lake/raw/, s3://work-lake -Tag @{ team = 'sales' }
        $role | Should -BeOfType ([LakeTools.LakeRole])
        $role.Name | Should -Be 'Loader'
        $role.Arn | Should -Be 'arn:aws:iam::000000000000:role/Loader'
        $role.Service | Should -Be @('Glue')
        $role.Path | Should -Be @('s3://sales-lake/raw/', 's3://work-lake/')
        $role.ManagedPolicyArn | Should -Be @('arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole')
        $role.Tag['team'] | Should -Be 'sales'
        (Get-LakeRole Loader).Arn | Should -Be $role.Arn
    }

    It 'makes a role for Lake Formation without managed policies' {
        $role = New-LakeRole Data -Service LakeFormation -Path s3://sales-lake/raw
        $role.Service | Should -Be @('LakeFormation')
        $role.ManagedPolicyArn | Should -BeNullOrEmpty
    }

    It 'attaches what is named in place of the usual policy' {
        (New-LakeRole One -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess).ManagedPolicyArn | Should -Be @('arn:aws:iam::aws:policy/ReadOnlyAccess')
        (New-LakeRole None -ManagedPolicyArn @()).ManagedPolicyArn | Should -BeNullOrEmpty
    }

    It 'refuses a name that is taken, in whatever case' {
        New-LakeRole Loader | Out-Null
        New-LakeRole LOADER -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.RoleExists,$command.NewLakeRoleCommand"
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $failed[0].TargetObject | Should -Be 'LOADER'
    }

    It 'refuses <why> before any call' -ForEach @(
        @{ why = 'a name with a blank'; arguments = @{ Name = 'has space' }; id = 'InvalidRoleName' }
        @{ why = 'a policy that is no ARN'; arguments = @{ Name = 'R'; ManagedPolicyArn = 'AdministratorAccess' }; id = 'InvalidPolicyArn' }
        @{ why = 'a path that is none in S3'; arguments = @{ Name = 'R'; Path = './raw' }; id = 'InvalidS3Uri' }
        @{ why = 'a path with wildcards'; arguments = @{ Name = 'R'; Path = 's3://sales-lake/*' }; id = 'InvalidS3Uri' }
    ) {
        { New-LakeRole @arguments -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.NewLakeRoleCommand"
        Get-LakeRole | Should -BeNullOrEmpty
    }

    It 'makes nothing with -WhatIf' {
        New-LakeRole Loader -WhatIf
        Get-LakeRole | Should -BeNullOrEmpty
    }

    It 'makes roles of the rows of a file' {
        'Name,Service,Path', 'A,Glue,s3://one-lake/a/', 'B,LakeFormation,s3://one-lake/b/' | ConvertFrom-Csv | New-LakeRole | Out-Null
        (Get-LakeRole).Path | Should -Be @('s3://one-lake/a/', 's3://one-lake/b/')
    }

    It 'pipes into a grant and a job' {
        New-LakeBucket sales-lake | Out-Null
        Register-LakeLocation s3://sales-lake -UseServiceLinkedRole
        $role = New-LakeRole Loader -Path s3://sales-lake/
        $role | Grant-LakePermission -DataLocation s3://sales-lake -Permission DATA_LOCATION_ACCESS
        (Get-LakePermission -DataLocation s3://sales-lake).Principal | Should -Contain $role.Arn
        ($role | New-LakeGlueJob load -ScriptLocation s3://sales-lake/load.py).Role | Should -Be $role.Arn
    }

    Context 'objects under a registered location' {
        BeforeEach {
            New-LakeBucket sales-lake | Out-Null
            Set-Content (Join-Path $TestDrive one.txt) 'one'
            Send-LakeObject (Join-Path $TestDrive one.txt) s3://sales-lake/raw/one.txt
            Send-LakeObject (Join-Path $TestDrive one.txt) s3://sales-lake/raw-old/one.txt
            Register-LakeLocation s3://sales-lake/ -UseServiceLinkedRole
            $loader = Connect-Lake -Local $folder -As role/Loader -PassThru
        }

        It 'stay closed to a role without a path' {
            New-LakeRole Loader | Out-Null
            { Receive-LakeObject s3://sales-lake/raw/one.txt (Join-Path $TestDrive got.txt) -Connection $loader -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
            { Get-LakeObject s3://sales-lake/raw/* -Connection $loader -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
        }

        It 'open to a role with the path, and no others do' {
            New-LakeRole Loader -Path s3://sales-lake/raw/ | Out-Null
            Receive-LakeObject s3://sales-lake/raw/one.txt (Join-Path $TestDrive got.txt) -Connection $loader
            Get-Content (Join-Path $TestDrive got.txt) | Should -Be 'one'
            (Get-LakeObject s3://sales-lake/raw/* -Connection $loader).Key | Should -Be 'raw/one.txt'
            Send-LakeObject (Join-Path $TestDrive one.txt) s3://sales-lake/raw/two.txt -Connection $loader
            Remove-LakeObject s3://sales-lake/raw/two.txt -Connection $loader -Confirm:$false
            { Receive-LakeObject s3://sales-lake/raw-old/one.txt (Join-Path $TestDrive got.txt) -Connection $loader -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
            { Get-LakeObject s3://sales-lake/* -Connection $loader -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
        }
    }
}

Describe 'Get-LakeRole and Remove-LakeRole' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        'Loader-1', 'Loader-2', 'Reader' | ForEach-Object { New-LakeRole $_ -Path s3://sales-lake/ } | Out-Null
    }

    It 'finds by <what>' -ForEach @(
        @{ what = 'name, in whatever case'; name = 'reader'; found = 'Reader' }
        @{ what = 'pattern'; name = 'loader-*'; found = 'Loader-1', 'Loader-2' }
        @{ what = 'short ARN'; name = 'role/Reader'; found = 'Reader' }
        @{ what = 'ARN'; name = 'arn:aws:iam::000000000000:role/Reader'; found = 'Reader' }
        @{ what = 'pattern that fits none'; name = 'x*'; found = $null }
    ) {
        (Get-LakeRole $name).Name | Should -Be $found
    }

    It 'reads the tags of roles that a pattern finds, so copies have them' {
        New-LakeRole Tagged -Tag @{ team = 'sales' } | Out-Null
        (Get-LakeRole 'Tag*').Tag.team | Should -Be sales
        (Get-LakeRole 'Tag*' | New-LakeRole -Name Copy).Tag.team | Should -Be sales
    }

    It 'says what is not there' {
        Get-LakeRole Nobody, Reader -ErrorAction SilentlyContinue -ErrorVariable failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.RoleNotFound,$command.GetLakeRoleCommand"
        $failed[0].TargetObject | Should -Be 'Nobody'
        { Remove-LakeRole Nobody -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.RoleNotFound,$command.RemoveLakeRoleCommand"
    }

    It 'removes roles with their policies, from the pipeline' {
        Get-LakeRole Loader-* | Remove-LakeRole -Confirm:$false
        (Get-LakeRole).Name | Should -Be @('Reader')
    }

    It 'removes nothing with -WhatIf' {
        Get-LakeRole | Remove-LakeRole -WhatIf
        Get-LakeRole | Should -HaveCount 3
    }

    It 'shows the role in a table and as a list' {
        Get-LakeRole Reader | Out-String | Should -Match 'Reader\s+Glue\s+s3://sales-lake/'
        Get-LakeRole Reader | Format-List | Out-String | Should -Match 'AWSGlueServiceRole'
    }
}
